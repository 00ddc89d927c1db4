"use client";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { cn } from "./cn.ts";

interface ScrollRowProps {
  /** What it is, for who hears the page. */
  label: string;
  /** Changes with the one that is current, which is then brought into sight. */
  current: string;
  className?: string;
  children: ReactNode;
}

/** Links on one line that may be longer than the screen: a faded edge says that there are more. */
export function ScrollRow({ label, current, className, children }: ScrollRowProps) {
  const row = useRef<HTMLElement>(null);
  const [hidden, setHidden] = useState({ before: false, after: false });

  useEffect(() => {
    const chosen = row.current?.querySelector(`[data-key="${CSS.escape(current)}"]`);
    // Not scrollIntoView, which moves the page as well.
    if (row.current && chosen) row.current.scrollLeft += centre(chosen) - centre(row.current);
  }, [current]);

  useEffect(() => {
    const element = row.current;
    if (!element) return;
    const look = () => {
      // Counted from the side where reading begins; right to left it is below zero.
      const from = Math.abs(element.scrollLeft);
      const before = from > 1;
      const after = from + element.clientWidth < element.scrollWidth - 1;
      setHidden((was) => (was.before === before && was.after === after ? was : { before, after }));
    };
    const resized = new ResizeObserver(look);
    resized.observe(element);
    element.addEventListener("scroll", look, { passive: true });
    return () => {
      resized.disconnect();
      element.removeEventListener("scroll", look);
    };
  }, []);

  return (
    <nav
      ref={row}
      aria-label={label}
      className={cn(
        "flex overflow-x-auto",
        hidden.before && "ltr:mask-l-from-[calc(100%-2.5rem)] rtl:mask-r-from-[calc(100%-2.5rem)]",
        hidden.after && "ltr:mask-r-from-[calc(100%-2.5rem)] rtl:mask-l-from-[calc(100%-2.5rem)]",
        className,
      )}
    >
      {children}
    </nav>
  );
}

function centre(element: Element): number {
  const { left, width } = element.getBoundingClientRect();
  return left + width / 2;
}
