"use client";
import { useRef, useState } from "react";

export interface FoundTurn {
  /** The turn that was asked for: marked until the reader goes elsewhere. */
  index: number | null;
  show: (index: number) => void;
  forget: () => void;
  /** Back to where it was asked from. */
  back: () => void;
}

export const turnId = (index: number) => `turn-${index}`;

/** Leads from something that was learnt in a call to the turn in which it was said, and back by Esc. */
export function useFoundTurn(): FoundTurn {
  const [index, setIndex] = useState<number | null>(null);
  const askedFrom = useRef<HTMLElement | null>(null);

  function show(wanted: number) {
    const turn = document.getElementById(turnId(wanted));
    if (!turn) return;
    askedFrom.current = document.activeElement instanceof HTMLElement ? document.activeElement : null;
    const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
    turn.scrollIntoView({ block: "center", behavior: still ? "instant" : "smooth" });
    turn.focus({ preventScroll: true });
    setIndex(wanted);
  }

  return { index, show, forget: () => setIndex(null), back: () => askedFrom.current?.focus() };
}
