"use client";
import { useState } from "react";
import { readTimeline } from "#lib/client/messages.ts";
import type { TimelinePage } from "#lib/messaging/schemas/views.ts";
import { sentenceOf } from "../ui/use-action.ts";
import { appendPage, joinPages } from "./join-pages.ts";

/** The newest page as the server has it now, and everything that was read further back since. */
export function useTimeline(conversationId: string, newest: TimelinePage) {
  const [kept, setKept] = useState({ newest, page: newest });
  const [reading, setReading] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  if (kept.newest !== newest) setKept({ newest, page: joinPages(kept.page, newest) });
  const { items, nextCursor } = kept.page;

  async function readOlder(): Promise<void> {
    if (nextCursor === null || reading) return;
    setReading(true);
    setProblem(null);
    try {
      const older = await readTimeline(conversationId, nextCursor);
      setKept((now) => ({ ...now, page: appendPage(now.page, older) }));
    } catch (error) {
      setProblem(sentenceOf(error));
    }
    setReading(false);
  }

  return { items, hasOlder: nextCursor !== null, reading, problem, readOlder };
}
