import { ChevronDown } from "lucide-react";
import type { ComponentProps, ReactNode } from "react";
import { useId } from "react";
import { cn } from "./cn.ts";

const box =
  "w-full rounded-md border border-field bg-surface-1 px-3 py-2 text-md text-ink transition-colors duration-150 hover:border-ink-3 aria-invalid:border-live disabled:border-line disabled:bg-surface-2 disabled:text-ink-2";

interface FieldProps {
  label: string;
  hint?: ReactNode;
  error?: string | undefined;
  /** Gets what ties the input to its label, hint and error. */
  children: (tied: { id: string; "aria-describedby"?: string; "aria-invalid"?: true }) => ReactNode;
  className?: string;
}

/** A label, its input, and what is wrong with what was typed. */
export function Field({ label, hint, error, children, className }: FieldProps) {
  const id = useId();
  const described = [hint ? `${id}-hint` : "", error ? `${id}-error` : ""].filter(Boolean).join(" ");
  return (
    <div className={cn("grid content-start gap-1.5", className)}>
      <label htmlFor={id} className="font-semibold text-sm">
        {label}
      </label>
      {children({
        id,
        ...(described ? { "aria-describedby": described } : {}),
        ...(error ? { "aria-invalid": true as const } : {}),
      })}
      {hint ? (
        <p id={`${id}-hint`} className="text-ink-3 text-xs">
          {hint}
        </p>
      ) : null}
      {error ? (
        <p id={`${id}-error`} role="alert" className="font-semibold text-live-strong text-xs">
          {error}
        </p>
      ) : null}
    </div>
  );
}

// A list counts as read-only to CSS, so this is for what is typed into.
const typed = "read-only:border-line read-only:bg-surface-2";

export function Input({ className, ...props }: ComponentProps<"input">) {
  return <input className={cn(box, typed, "min-h-10", className)} {...props} />;
}

export function Textarea({ className, ...props }: ComponentProps<"textarea">) {
  return <textarea className={cn(box, typed, "min-h-24 resize-y leading-relaxed", className)} {...props} />;
}

/** The system's own list: right on a phone, by keyboard and for a screen reader. */
export function Select({ className, ...props }: ComponentProps<"select">) {
  return (
    <span className={cn("relative block", className)}>
      <select className={cn(box, "min-h-10 appearance-none pe-9")} {...props} />
      <ChevronDown aria-hidden="true" className="pointer-events-none absolute end-3 top-3 size-4 text-ink-3" />
    </span>
  );
}
