import { ArrowDown, ArrowUp, ChevronsUpDown } from "lucide-react";
import { cn } from "./cn.ts";

interface SortHeadProps {
  label: string;
  sorted: false | "asc" | "desc";
  /** Undefined for a column that nothing is sorted by. */
  onSort?: (() => void) | undefined;
  className?: string | undefined;
}

/** The head of a table's column, and the way to sort by it. */
export function SortHead({ label, sorted, onSort, className }: SortHeadProps) {
  const Mark = sorted === "desc" ? ArrowDown : sorted === "asc" ? ArrowUp : ChevronsUpDown;
  return (
    <th
      scope="col"
      aria-sort={sorted ? (sorted === "desc" ? "descending" : "ascending") : undefined}
      className={cn("border-line border-b px-4 py-2.5 text-start font-semibold text-ink-2 text-xs", className)}
    >
      {onSort ? (
        <button
          type="button"
          onClick={onSort}
          className="-mx-1.5 inline-flex items-center gap-1 rounded-sm px-1.5 py-0.5 hover:bg-surface-2 hover:text-ink"
        >
          {label}
          <Mark aria-hidden="true" className={cn("size-3.5", sorted ? "text-brand" : "text-ink-3")} />
        </button>
      ) : (
        label
      )}
    </th>
  );
}
