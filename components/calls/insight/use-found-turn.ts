"use client";
import { type KeyboardEvent, useRef, useState } from "react";
import type { Source } from "#lib/calls/schemas/insight.ts";

type Place = NonNullable<Source>;

export interface FoundTurn {
  /** The turn, or the recording, that was asked for: marked until the reader goes elsewhere. */
  place: Source;
  show: (place: Place) => void;
  forget: () => void;
  /** Back to where it was asked from. */
  back: () => void;
}

const placeId = (place: Place) => `turn-${place}`;

/** What makes an element one that can be led to, and back from. */
export function foundProps(found: FoundTurn, place: Place) {
  return {
    id: placeId(place),
    tabIndex: -1,
    onBlur: found.forget,
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key === "Escape") found.back();
    },
  };
}

/** Leads from something that was learnt in a call to the words in which it was said, and back by Esc. */
export function useFoundTurn(): FoundTurn {
  const [place, setPlace] = useState<Source>(null);
  const askedFrom = useRef<HTMLElement | null>(null);

  function show(wanted: Place) {
    const words = document.getElementById(placeId(wanted));
    if (!words) return;
    askedFrom.current = document.activeElement instanceof HTMLElement ? document.activeElement : null;
    const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
    words.scrollIntoView({ block: "center", behavior: still ? "instant" : "smooth" });
    words.focus({ preventScroll: true });
    setPlace(wanted);
  }

  return { place, show, forget: () => setPlace(null), back: () => askedFrom.current?.focus() };
}
