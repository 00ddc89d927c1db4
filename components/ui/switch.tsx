"use client";
import { Switch as Radix } from "radix-ui";
import type { ComponentProps } from "react";
import { cn } from "./cn.ts";

/** On or off, in force when the form is saved. */
export function Switch({ className, ...props }: ComponentProps<typeof Radix.Root>) {
  return (
    <Radix.Root
      className={cn(
        "h-6 w-10 shrink-0 rounded-full border border-field bg-surface-2 p-0.5 transition-colors duration-150 data-[state=checked]:border-brand data-[state=checked]:bg-brand disabled:opacity-60",
        className,
      )}
      {...props}
    >
      <Radix.Thumb className="block size-4.5 rounded-full bg-ink-3 transition-transform duration-150 data-[state=checked]:bg-on-brand ltr:data-[state=checked]:translate-x-4 rtl:data-[state=checked]:-translate-x-4" />
    </Radix.Root>
  );
}
