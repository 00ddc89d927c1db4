"use client";
import { useState } from "react";
import { newKey } from "./new-key.ts";
import { afterSending, type Draft } from "./send-draft.ts";

export interface DraftInHand {
  draft: Draft;
  /** Every change makes it another message. */
  change: (changes: Partial<Omit<Draft, "key">>) => void;
  /** The words of this key were sent. */
  wasSent: (key: string) => void;
}

/** What is being written in a conversation; it stays while something else takes the composer's place. */
export function useDraft(): DraftInHand {
  const [draft, setDraft] = useState<Draft>(() => ({ body: "", note: false, replyTo: null, key: newKey() }));
  return {
    draft,
    change: (changes) => setDraft((now) => ({ ...now, ...changes, key: newKey() })),
    wasSent: (key) => setDraft((now) => afterSending(now, key, newKey())),
  };
}
