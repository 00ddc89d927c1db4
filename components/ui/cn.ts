import { type ClassValue, clsx } from "clsx";
import { extendTailwindMerge } from "tailwind-merge";

// Our own names of sizes, so that a colour (`text-ink-2`) never counts as one.
const merge = extendTailwindMerge({
  extend: { theme: { text: ["xs", "sm", "md", "lg", "xl", "2xl"], shadow: ["card", "pop"] } },
});

/** Joins class names; of two that say the same thing, the later one counts. */
export function cn(...classes: ClassValue[]): string {
  return merge(clsx(classes));
}
