import type { ComponentProps } from "react";
import { cn } from "./cn.ts";

/** For what is a card but no section. */
export const cardLook = "rounded-lg border border-line bg-surface-1 shadow-card";

export function Card({ className, ...props }: ComponentProps<"section">) {
  return <section className={cn(cardLook, className)} {...props} />;
}

/** The first line of a card: its name, and something at its end. */
export function CardHeader({ className, ...props }: ComponentProps<"div">) {
  return <div className={cn("flex items-center justify-between gap-3 px-4 py-3.5", className)} {...props} />;
}

export function CardTitle({ className, children, ...props }: ComponentProps<"h2">) {
  return (
    <h2 className={cn("font-bold text-md", className)} {...props}>
      {children}
    </h2>
  );
}
