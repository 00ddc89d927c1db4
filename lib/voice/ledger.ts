import { keysText } from "#lib/hebrew/keys-text.ts";
import type { CallerDraft } from "./caller-draft.ts";
import type { History } from "./history.ts";
import type { Keys } from "./keypad.ts";
import type { Utterance } from "./ports.ts";
import type { Reply } from "./reply.ts";
import type { CallerTurn, SessionEvent } from "./turns.ts";

interface CallerEntry {
  index: number;
  utterance: Utterance;
  /** What was typed along with it. */
  typed: string;
  /** It was answered, so it cannot be taken back any more. */
  sealed: boolean;
}

export interface LedgerSource {
  /** When the sample at this position was spoken. */
  timeOf(sample: number): number;
  /** The time that positions in the call count from. */
  since: number;
}

/** Writes the turns: gives each its index, tells how it grows, and keeps the history in step. */
export class Ledger {
  readonly #history: History;
  readonly #source: LedgerSource;
  readonly #emit: (event: SessionEvent) => void;
  /** What was decided and may still grow. */
  readonly #entries = new Map<CallerDraft, CallerEntry>();
  #nextIndex: number;

  constructor(history: History, source: LedgerSource, firstIndex: number, emit: (event: SessionEvent) => void) {
    this.#history = history;
    this.#source = source;
    this.#nextIndex = firstIndex;
    this.#emit = emit;
  }

  /** It was decided what the caller has said; gives what of it can be answered. */
  caller(draft: CallerDraft, keys: Keys | null): string {
    const before = this.#entries.get(draft);
    const entry: CallerEntry = {
      index: before?.index ?? this.#nextIndex++,
      utterance: this.#history.caller(""),
      typed: [before?.typed ?? "", keys === null ? "" : keysText(keys.digits)].filter(Boolean).join(" "),
      sealed: false,
    };
    this.#entries.set(draft, entry);
    this.#tell(draft, entry);
    return entry.utterance.text;
  }

  /** Said over the agent, who went on: it is kept, and nobody answers it. */
  aside(draft: CallerDraft): void {
    const { text, confidence } = draft;
    const atMs = this.#since(this.#source.timeOf(draft.startSample));
    const endMs = this.#since(this.#source.timeOf(draft.endSample));
    const index = this.#nextIndex++;
    this.#emit({ type: "turn", turn: { speaker: "caller", index, text, confidence, atMs, endMs }, final: true });
  }

  /** The caller typed a whole turn. */
  typed(keys: Keys): void {
    const { text } = this.#history.caller(keysText(keys.digits));
    const atMs = this.#since(keys.firstAt);
    const endMs = this.#since(keys.lastAt);
    const index = this.#nextIndex++;
    this.#emit({
      type: "turn",
      turn: { speaker: "caller", index, text, confidence: null, atMs, endMs },
      final: true,
    });
  }

  /** Whether this turn was written before, and came back. */
  knows(draft: CallerDraft): boolean {
    return this.#entries.has(draft);
  }

  /** What was decided and whose texts are still on their way. */
  get waiting(): CallerDraft[] {
    return [...this.#entries.keys()].filter(({ complete }) => !complete);
  }

  /** What was decided too early is taken back, to be decided again as part of `longer`. */
  reopen(earlier: CallerDraft, longer: CallerDraft): void {
    const entry = this.#entries.get(earlier);
    if (entry === undefined) return;
    this.#history.takeBack(entry.utterance);
    this.#entries.delete(earlier);
    this.#entries.set(longer, entry);
  }

  /** The agent has begun to answer: the turn grows no more, but for texts that are still on their way. */
  seal(draft: CallerDraft): void {
    const entry = this.#entries.get(draft);
    if (entry === undefined || entry.sealed) return;
    entry.sealed = true;
    this.#tell(draft, entry);
  }

  /** A text came after the turn was decided without it: too late for the answer, not for the record. */
  late(draft: CallerDraft): void {
    const entry = this.#entries.get(draft);
    if (entry !== undefined) this.#tell(draft, entry);
  }

  /** The call is over: texts that have not come never will. */
  close(): void {
    for (const [draft, entry] of this.#entries) {
      entry.sealed = true;
      this.#tell(draft, entry, true);
    }
  }

  agent(reply: Reply, final: boolean): void {
    reply.index ??= this.#nextIndex++;
    const turn = reply.turn(reply.index, this.#source.since);
    if (final) this.#history.agent(turn.heardText, turn.tools);
    this.#emit({ type: "turn", turn, final });
  }

  #tell(draft: CallerDraft, entry: CallerEntry, final = entry.sealed && draft.waiting === 0): void {
    if (final) this.#entries.delete(draft);
    const text = [draft.text, entry.typed].filter(Boolean).join(" ");
    entry.utterance.text = [draft.clearText, entry.typed].filter(Boolean).join(" ");
    const turn: CallerTurn = {
      speaker: "caller",
      index: entry.index,
      text,
      confidence: draft.confidence,
      atMs: this.#since(this.#source.timeOf(draft.startSample)),
      endMs: this.#since(this.#source.timeOf(draft.endSample)),
    };
    this.#emit({ type: "turn", turn, final });
  }

  #since(at: number): number {
    return Math.max(0, Math.round(at - this.#source.since));
  }
}
