"use client";
import { Check, Copy } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { toast } from "sonner";
import { Button } from "./button.tsx";

/** An address to copy into somebody else's settings. */
export function CopyLine({ label, value }: { label: string; value: string }) {
  const t = useTranslations("numbers");
  const [copied, setCopied] = useState(false);

  async function copy() {
    try {
      await navigator.clipboard.writeText(value);
      setCopied(true);
      toast.success(t("copied"));
    } catch {
      // Without https or permission there is no clipboard; the text itself can be selected.
      toast.error(t("copyFailed"));
    }
  }

  const Icon = copied ? Check : Copy;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-1">
      <span className="font-semibold text-sm">{label}</span>
      <div className="flex items-center gap-2">
        <code
          dir="ltr"
          className="min-w-0 flex-1 select-all break-all rounded-md bg-surface-2 px-3 py-2 text-start font-sans text-sm"
        >
          {value}
        </code>
        <Button size="icon" aria-label={t("copy", { what: label })} onClick={() => void copy()}>
          <Icon aria-hidden="true" />
        </Button>
      </div>
    </div>
  );
}
