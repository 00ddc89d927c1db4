import type { ReactNode } from "react";

export function FormHeader({ title, children }: { title: string; children: ReactNode }) {
  return (
    <header className="grid gap-1">
      <h1 className="font-bold text-2xl tracking-tight">{title}</h1>
      <p className="text-ink-2">{children}</p>
    </header>
  );
}
