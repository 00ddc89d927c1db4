import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "./cn.ts";

interface EmptyProps {
  icon: LucideIcon;
  title: string;
  children?: ReactNode;
  className?: string;
}

/** Nothing here yet: what will be, and how it gets here. */
export function Empty({ icon: Icon, title, children, className }: EmptyProps) {
  return (
    <div className={cn("grid justify-items-center gap-2 px-6 py-12 text-center", className)}>
      <span className="mb-1 grid size-11 place-items-center rounded-full bg-surface-2 text-ink-3">
        <Icon aria-hidden="true" className="size-5" />
      </span>
      <p className="font-semibold">{title}</p>
      {children ? <div className="max-w-sm text-ink-2 text-sm">{children}</div> : null}
    </div>
  );
}
