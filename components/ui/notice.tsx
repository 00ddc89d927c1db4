import type { ReactNode } from "react";
import { cn } from "./cn.ts";

const tones = {
  info: "border-info/25 bg-info-soft text-info",
  warn: "border-warn/25 bg-warn-soft text-warn",
  wrong: "border-live/25 bg-live-soft text-live-strong",
  good: "border-good/25 bg-good-soft text-good",
} as const;

interface NoticeProps {
  tone: keyof typeof tones;
  children: ReactNode;
  /** Read out at once: something that just happened. */
  urgent?: boolean;
  className?: string;
}

/** A sentence that has to be seen before going on. */
export function Notice({ tone, children, urgent, className }: NoticeProps) {
  return (
    <div
      role={urgent ? "alert" : undefined}
      className={cn("rounded-md border px-3.5 py-2.5 text-sm", tones[tone], className)}
    >
      {children}
    </div>
  );
}
