import { cn } from "./cn.ts";

/** The shape of something that is on its way. */
export function Skeleton({ className }: { className?: string }) {
  return <span aria-hidden="true" className={cn("block animate-pulse rounded-sm bg-surface-2", className)} />;
}
