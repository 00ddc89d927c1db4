import { cva, type VariantProps } from "class-variance-authority";
import { Slot } from "radix-ui";
import type { ComponentProps } from "react";
import { cn } from "./cn.ts";

const styles = cva(
  "inline-flex shrink-0 items-center justify-center gap-1.5 rounded-md border font-semibold text-sm transition-colors duration-150 ease-calm disabled:opacity-55 [&_svg]:size-4 [&_svg]:shrink-0",
  {
    variants: {
      look: {
        primary: "border-brand bg-brand text-on-brand hover:border-brand-strong hover:bg-brand-strong",
        quiet: "border-line-strong bg-surface-1 text-ink hover:bg-surface-2",
        bare: "border-transparent bg-transparent text-ink-2 hover:bg-surface-2 hover:text-ink",
        danger: "border-line-strong bg-surface-1 text-live-strong hover:border-live hover:bg-live-soft",
      },
      size: {
        md: "min-h-9.5 px-3.5 py-1.5",
        sm: "min-h-8 px-2.5 py-1",
        icon: "size-9 p-0",
      },
    },
    defaultVariants: { look: "quiet", size: "md" },
  },
);

type ButtonProps = ComponentProps<"button"> & VariantProps<typeof styles> & { asChild?: boolean };

/** What can be done. One primary a page; with `asChild` a link looks like a button. */
export function Button({ look, size, asChild, className, type, ...props }: ButtonProps) {
  const classes = cn(styles({ look, size }), className);
  return asChild ? (
    <Slot.Root className={classes} {...props} />
  ) : (
    <button type={type ?? "button"} className={classes} {...props} />
  );
}
