"use client";
import { useRouter } from "next/navigation";
import { createContext, type ReactNode, useContext, useEffect, useState, useSyncExternalStore } from "react";
import { LiveSocket, type LiveStatus, openWebSocket } from "./live-socket.ts";
import { LiveStore, type TurnsByIndex } from "./live-store.ts";
import { paced } from "./paced.ts";
import type { Colleague } from "./presence-board.ts";

const LiveContext = createContext<LiveStore | null>(null);

/** At most one look at the server in this time, however much happens. */
const REFRESH_EVERY_MS = 1200;
const REFRESH_AFTER_MS = 150;
const SWEEP_EVERY_MS = 1000;

/**
 * One socket a tab. What changed is looked up by rendering the page again on the server; a turn travels whole and is
 * shown as it arrives.
 */
export function LiveProvider({ children }: { children: ReactNode }) {
  const [store] = useState(() => new LiveStore());
  const router = useRouter();

  useEffect(() => {
    const refresh = paced(() => router.refresh(), { afterMs: REFRESH_AFTER_MS, everyMs: REFRESH_EVERY_MS });
    const socket = new LiveSocket({
      url: `${location.protocol === "https:" ? "wss" : "ws"}://${location.host}/ws/events`,
      open: openWebSocket,
      onStatus: (status) => store.setStatus(status),
      onPresence: (told) => store.hearPresence(told),
      onHello: refresh.run,
      onEvent: (event) => {
        store.receive(event);
        if (event.type !== "call.turn") refresh.run();
      },
    });
    store.say = (said) => socket.say(said);
    const sweep = setInterval(() => store.sweepPresence(), SWEEP_EVERY_MS);
    const retry = () => socket.retryNow();
    window.addEventListener("online", retry);
    document.addEventListener("visibilitychange", retry);
    return () => {
      window.removeEventListener("online", retry);
      document.removeEventListener("visibilitychange", retry);
      clearInterval(sweep);
      refresh.cancel();
      socket.close();
    };
  }, [store, router]);

  return <LiveContext value={store}>{children}</LiveContext>;
}

export function useLiveStore(): LiveStore {
  const store = useContext(LiveContext);
  if (!store) throw new Error("LiveProvider is missing above this component");
  return store;
}

export function useLiveStatus(): LiveStatus {
  const store = useLiveStore();
  return useSyncExternalStore(
    store.subscribe,
    () => store.status,
    () => "connecting",
  );
}

/** Turns of a call that arrived since the tab was opened. */
export function useLiveTurns(callId: string): TurnsByIndex {
  const store = useLiveStore();
  return useSyncExternalStore(
    store.subscribe,
    () => store.turnsOf(callId),
    () => store.turnsOf(""),
  );
}

/** Colleagues who are in a conversation now. */
export function useColleaguesIn(conversationId: string): readonly Colleague[] {
  const store = useLiveStore();
  return useSyncExternalStore(
    store.subscribe,
    () => store.colleaguesIn(conversationId),
    () => store.colleaguesIn(""),
  );
}
