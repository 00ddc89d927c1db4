"use client";
import { useEffect, useRef } from "react";
import type { SaidPresence } from "#lib/events/schemas.ts";
import { useColleaguesIn, useLiveStatus, useLiveStore } from "./live-provider.tsx";
import { type Colleague, SAY_LOOKING_EVERY_MS, SAY_TYPING_EVERY_MS } from "./presence-board.ts";

interface Presence {
  /** Who else is in it now. */
  colleagues: readonly Colleague[];
  /** With every key. */
  typing: () => void;
  /** What was typed was sent, or deleted. */
  stopped: () => void;
}

/** Shows the colleagues that this person is in a conversation (unless they only read along), and who else is. */
export function usePresence(conversationId: string, shown: boolean): Presence {
  const store = useLiveStore();
  const online = useLiveStatus() === "online";
  const colleagues = useColleaguesIn(conversationId);
  const typedAt = useRef(0);
  const known = useRef(new Set<string>());
  const say = (doing: SaidPresence["doing"]) => {
    if (shown) store.say({ type: "presence", conversationId, doing });
  };
  const sayNow = useRef(say);
  useEffect(() => {
    sayNow.current = say;
  });

  useEffect(() => {
    if (!online) return;
    const typed = () => Date.now() - typedAt.current < SAY_TYPING_EVERY_MS;
    const look = () => sayNow.current(document.hidden ? "left" : typed() ? "typing" : "looking");
    look();
    const timer = setInterval(() => {
      if (!document.hidden) look();
    }, SAY_LOOKING_EVERY_MS);
    document.addEventListener("visibilitychange", look);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", look);
      sayNow.current("left");
    };
  }, [online]);

  // Who has just come does not know yet that we are here.
  useEffect(() => {
    const came = colleagues.some(({ userId }) => !known.current.has(userId));
    known.current = new Set(colleagues.map(({ userId }) => userId));
    if (came && !document.hidden) sayNow.current("looking");
  }, [colleagues]);

  return {
    colleagues,
    typing: () => {
      if (Date.now() - typedAt.current < SAY_TYPING_EVERY_MS) return;
      typedAt.current = Date.now();
      say("typing");
    },
    stopped: () => {
      if (typedAt.current === 0) return;
      typedAt.current = 0;
      say("looking");
    },
  };
}
