"use client";
import { useEffect, useState } from "react";
import type { CallView } from "#lib/calls/schemas/views.ts";
import { searchCalls } from "#lib/client/calls.ts";

const PAUSE_MS = 180;

/** Calls that match what is being typed, asked for at a pause; an older answer never replaces a newer one. */
export function useCallSearch(typed: string): { calls: CallView[]; searching: boolean } {
  const [found, setFound] = useState<{ q: string; calls: CallView[] }>({ q: "", calls: [] });
  const q = typed.trim();

  useEffect(() => {
    if (q.length < 2) return;
    const stop = new AbortController();
    const timer = setTimeout(async () => {
      try {
        setFound({ q, calls: await searchCalls(q, stop.signal) });
      } catch {
        // The palette then offers pages only; the list of calls shows the error in full.
        if (!stop.signal.aborted) setFound({ q, calls: [] });
      }
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [q]);

  return q.length < 2 ? { calls: [], searching: false } : { calls: found.calls, searching: found.q !== q };
}
