import type { ReactNode } from "react";
import { cn } from "./cn.ts";

/** The body of every page: one width, one rhythm. */
export function Page({ children, className }: { children: ReactNode; className?: string }) {
  return (
    <div className={cn("grid w-full grid-cols-[minmax(0,1fr)] max-w-[1280px] gap-4 p-4 md:p-6", className)}>
      {children}
    </div>
  );
}

interface PageHeaderProps {
  title: ReactNode;
  subtitle?: ReactNode;
  /** Stands before the name: who this page is about. */
  lead?: ReactNode;
  /** The page's one main action, and quiet ones before it. */
  actions?: ReactNode;
}

export function PageHeader({ title, subtitle, lead, actions }: PageHeaderProps) {
  return (
    <header className="flex flex-wrap items-center justify-between gap-x-4 gap-y-3">
      <div className="flex min-w-0 items-center gap-3">
        {lead}
        <div className="min-w-0">
          <h1 className="break-words font-bold text-xl tracking-tight">{title}</h1>
          {subtitle ? <p className="text-ink-2 text-sm">{subtitle}</p> : null}
        </div>
      </div>
      {actions ? <div className="flex flex-wrap items-center gap-2">{actions}</div> : null}
    </header>
  );
}
