"use client";
import { type KeyboardEvent, useState } from "react";
import type { CannedReplyView } from "#lib/messaging/schemas/canned-replies.ts";
import { matchingReplies } from "./canned-picker.tsx";

interface Canned {
  /** Those that fit what is typed; null while none are asked for. */
  shown: CannedReplyView[] | null;
  active: number;
  /** True when the key was for the list. */
  onKey: (event: KeyboardEvent) => boolean;
}

/** The list of canned replies while a slash begins what is typed: arrows walk, Enter and Tab take, Esc gives up. */
export function useCanned(
  replies: CannedReplyView[],
  typed: string,
  { onChoose, onCancel }: { onChoose: (reply: CannedReplyView) => void; onCancel: () => void },
): Canned {
  const [at, setAt] = useState({ typed, index: 0 });
  const shown = matchingReplies(replies, typed);
  const active = at.typed === typed ? Math.min(at.index, Math.max(0, (shown?.length ?? 0) - 1)) : 0;

  function onKey(event: KeyboardEvent): boolean {
    if (shown === null) return false;
    const chosen = shown[active];
    switch (event.key) {
      case "ArrowDown":
      case "ArrowUp": {
        const step = event.key === "ArrowDown" ? 1 : -1;
        if (shown.length > 0) setAt({ typed, index: (active + step + shown.length) % shown.length });
        return true;
      }
      case "Enter":
      case "Tab":
        if (chosen === undefined || event.shiftKey) return false;
        onChoose(chosen);
        return true;
      case "Escape":
        onCancel();
        return true;
      default:
        return false;
    }
  }

  return { shown, active, onKey };
}
