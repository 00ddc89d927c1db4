"use client";
import { useEffect, useState } from "react";
import type { ConversationView } from "#lib/messaging/schemas/views.ts";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** How much of WhatsApp's 24 hours is left, as people say it: whole hours, and minutes in the last one. */
export type TimeLeft = { unit: "hours" | "minutes"; count: number };

export interface FreeWords {
  /** Whether one's own words come through now. */
  open: boolean;
  /** Null where that never ends, and when it is over. */
  left: TimeLeft | null;
}

/** Whether the customer can be written to in one's own words, also when that ends while the page is open. */
export function useWindow({
  windowOpen,
  windowUntil,
}: Pick<ConversationView, "windowOpen" | "windowUntil">): FreeWords {
  const [now, setNow] = useState(() => Date.now());
  const until = windowOpen && windowUntil !== null ? Date.parse(windowUntil) : null;
  useEffect(() => {
    const look = () => setNow(Date.now());
    look();
    if (until === null || until <= Date.now()) return;
    const end = setTimeout(look, until - Date.now());
    const minutes = setInterval(look, MINUTE_MS);
    return () => {
      clearTimeout(end);
      clearInterval(minutes);
    };
  }, [until]);
  return freeWords(windowOpen, until, now);
}

/** The same at a certain moment; `until` is null where it never ends. */
export function freeWords(windowOpen: boolean, until: number | null, now: number): FreeWords {
  if (!windowOpen || until === null) return { open: windowOpen, left: null };
  const leftMs = until - now;
  if (leftMs <= 0) return { open: false, left: null };
  if (leftMs >= HOUR_MS) return { open: true, left: { unit: "hours", count: Math.floor(leftMs / HOUR_MS) } };
  return { open: true, left: { unit: "minutes", count: Math.ceil(leftMs / MINUTE_MS) } };
}
