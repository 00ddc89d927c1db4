/** What this tab has heard: the state of the socket, the latest turns of the calls that go on, and who is where. */
import type { TurnView } from "#lib/calls/schemas/views.ts";
import type { LiveEvent, Presence, SaidPresence } from "#lib/events/schemas.ts";
import type { LiveStatus } from "./live-socket.ts";
import { type Colleague, PresenceBoard } from "./presence-board.ts";

/** A page shows at most this many live calls; older ones have been rendered by the server long since. */
const CALLS_KEPT = 60;

export type TurnsByIndex = ReadonlyMap<number, TurnView>;
const noTurns: TurnsByIndex = new Map();

type Listener = () => void;

export class LiveStore {
  status: LiveStatus = "connecting";
  readonly #turns = new Map<string, TurnsByIndex>();
  /** Says where this tab's person is; nobody hears it without a socket. */
  say: (said: SaidPresence) => void = () => {};
  readonly #presence = new PresenceBoard();
  readonly #listeners = new Set<Listener>();

  /** Turns that were heard of since this tab was opened; each as it was said last. */
  turnsOf(callId: string): TurnsByIndex {
    return this.#turns.get(callId) ?? noTurns;
  }

  subscribe = (listener: Listener): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  setStatus(status: LiveStatus): void {
    if (this.status === status) return;
    this.status = status;
    this.#changed();
  }

  /** Colleagues who are in a conversation now. */
  colleaguesIn(conversationId: string): readonly Colleague[] {
    return this.#presence.in(conversationId);
  }

  hearPresence(told: Presence): void {
    if (this.#presence.hear(told, Date.now())) this.#changed();
  }

  /** Forgets those who have not been heard of for a while. */
  sweepPresence(): void {
    if (this.#presence.sweep(Date.now())) this.#changed();
  }

  receive(event: LiveEvent): void {
    if (event.type === "call.turn") this.#keepTurn(event.callId, event.turn);
  }

  #keepTurn(callId: string, turn: TurnView): void {
    const turns = new Map(this.#turns.get(callId)).set(turn.index, turn);
    this.#turns.delete(callId);
    this.#turns.set(callId, turns);
    const oldest = this.#turns.size > CALLS_KEPT ? this.#turns.keys().next().value : undefined;
    if (oldest !== undefined) this.#turns.delete(oldest);
    this.#changed();
  }

  #changed(): void {
    for (const listener of this.#listeners) listener();
  }
}
