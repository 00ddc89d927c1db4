"use client";
import { Toaster as Sonner } from "sonner";

/** What was just done, for some seconds, with a way back where there is one. */
export function Toaster({ dir, label }: { dir: "rtl" | "ltr"; label: string }) {
  return (
    <Sonner
      dir={dir}
      position="bottom-center"
      containerAriaLabel={label}
      mobileOffset={{ bottom: "76px" }}
      toastOptions={{
        unstyled: true,
        classNames: {
          toast:
            "flex w-full items-center gap-3 rounded-md border border-line-strong bg-surface-1 px-4 py-3 text-sm text-ink shadow-pop",
          title: "font-semibold",
          description: "text-ink-2",
          content: "flex-1",
          actionButton: "ms-auto rounded-sm px-2 py-1 font-semibold text-brand-strong hover:bg-brand-soft",
        },
      }}
    />
  );
}
