"use client";
import { type RefObject, useEffect } from "react";
import { isTyping } from "./is-typing.ts";

const STEPS: Partial<Record<string, 1 | -1>> = { KeyJ: 1, ArrowDown: 1, KeyK: -1, ArrowUp: -1 };

/**
 * j and k move the focus from row to row (the links marked data-row), whatever the keyboard's language; from a row on the
 * arrows do so, too.
 */
export function useRowKeys(list: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const step = STEPS[event.code] ?? 0;
      if (step === 0 || isTyping(event) || !list.current) return;
      if (event.code.startsWith("Arrow") && !document.activeElement?.matches("[data-row]")) return;
      const rows = [...list.current.querySelectorAll<HTMLElement>("[data-row]")].filter(
        (row) => row.offsetParent !== null,
      );
      const focused = document.activeElement;
      const at = focused instanceof HTMLElement ? rows.indexOf(focused) : -1;
      const next =
        rows[at === -1 ? (step === 1 ? 0 : rows.length - 1) : Math.min(rows.length - 1, Math.max(0, at + step))];
      event.preventDefault();
      next?.focus();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [list]);
}
