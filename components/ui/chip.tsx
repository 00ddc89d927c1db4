import { cva, type VariantProps } from "class-variance-authority";
import type { ComponentProps } from "react";
import { cn } from "./cn.ts";

const styles = cva(
  "inline-flex items-center gap-1.5 whitespace-nowrap rounded-full px-2.5 py-0.5 font-semibold text-xs",
  {
    variants: {
      tone: {
        plain: "bg-surface-2 text-ink-2",
        good: "bg-good-soft text-good",
        warn: "bg-warn-soft text-warn",
        info: "bg-info-soft text-info",
        brand: "bg-brand-soft text-brand-strong",
        live: "bg-live-soft text-live-strong",
      },
    },
    defaultVariants: { tone: "plain" },
  },
);

export type ChipTone = NonNullable<VariantProps<typeof styles>["tone"]>;

/** A state in one or two words. Red only for what is live or wrong. */
export function Chip({ tone, className, ...props }: ComponentProps<"span"> & { tone?: ChipTone }) {
  return <span className={cn(styles({ tone }), className)} {...props} />;
}

export function LiveDot() {
  return <span aria-hidden="true" className="size-1.75 animate-pulse-dot rounded-full bg-current" />;
}
