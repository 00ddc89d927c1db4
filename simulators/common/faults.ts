/** Faults that can be switched on: the next requests of a step fail as the real service might. */
import type { ServerResponse } from "node:http";
import { z } from "zod";

const FAULT_STEPS = [
  "transcription",
  "model",
  "voice",
  "telephony",
  "messaging",
  "mail",
  "files",
  "paypal",
  "tranzila",
] as const;
type FaultStep = (typeof FAULT_STEPS)[number];

/**
 * Faults of any service: 429 and 500 answer with that status, quota with OpenAI's 429 of an account that is used up,
 * stall never answers, cut destroys the connection.
 */
const COMMON_KINDS = ["429", "500", "stall", "cut"] as const;
export type CommonFault = (typeof COMMON_KINDS)[number];

/**
 * And those that only one step can have: an answer that comes, and is nonsense (words that nobody said, too); for messages Twilio's code with which
 * one that was taken is not delivered after all.
 */
const OWN_KINDS = {
  transcription: ["quota", "late", "invents"],
  model: [
    "quota",
    "slow",
    "broken_json",
    "endless",
    "unknown_tool",
    "wrong_arguments",
    "other_language",
    "prompt_leak",
  ],
  voice: ["quota", "empty", "truncated", "html"],
  telephony: [],
  messaging: ["63003", "63016", "63018", "63024", "30003", "30006"],
  mail: [],
  files: ["503"],
  paypal: ["declined"],
  tranzila: ["declined", "no_notify"],
} as const satisfies Record<FaultStep, readonly string[]>;

export type FaultKind<S extends FaultStep = FaultStep> = CommonFault | (typeof OWN_KINDS)[S][number];

const oneFaultOf = <S extends FaultStep>(step: S) =>
  z.strictObject({
    kind: z.enum([...COMMON_KINDS, ...OWN_KINDS[step]] as FaultKind<S>[]),
    times: z.number().int().positive().optional(),
    /** Only for what these words are in, as they are sent or heard: the faults of calls at the same time stay apart. */
    about: z.string().min(1).optional(),
  });
const faultOf = <S extends FaultStep>(step: S) => z.union([oneFaultOf(step), z.array(oneFaultOf(step))]);
const faultTable = z.strictObject({
  transcription: faultOf("transcription").nullish(),
  model: faultOf("model").nullish(),
  voice: faultOf("voice").nullish(),
  telephony: faultOf("telephony").nullish(),
  messaging: faultOf("messaging").nullish(),
  mail: faultOf("mail").nullish(),
  files: faultOf("files").nullish(),
  paypal: faultOf("paypal").nullish(),
  tranzila: faultOf("tranzila").nullish(),
});
export type FaultTable = z.infer<typeof faultTable>;

interface Active {
  kind: FaultKind;
  left: number;
  about: string | undefined;
}

/** The faults that are switched on in one simulator. A fault without `times` stays until it is taken away. */
export class Faults {
  #active = new Map<FaultStep, Active[]>();

  constructor(initial: FaultTable = {}) {
    this.set(initial);
  }

  /** Switches a step's faults on, or off with null; steps that are not named stay as they are. */
  set(table: FaultTable): void {
    for (const step of FAULT_STEPS) {
      const wanted = table[step];
      if (wanted === undefined) continue;
      const all = [wanted ?? []].flat();
      this.#active.set(
        step,
        all.map(({ kind, times, about }) => ({ kind, left: times ?? Number.POSITIVE_INFINITY, about })),
      );
    }
  }

  /**
   * The fault that the request now arriving must suffer, counted as used; null when it may pass or cannot have it.
   * `words` gives what the request is about, for faults that are only about something.
   */
  take<S extends FaultStep>(
    step: S,
    words: () => string = () => "",
    canHave: (kind: FaultKind<S>) => boolean = () => true,
  ): FaultKind<S> | null {
    const active = this.#active.get(step) ?? [];
    const found = active.find(
      ({ kind, about }) => canHave(kind as FaultKind<S>) && (about === undefined || words().includes(about)),
    );
    if (!found) return null;
    found.left -= 1;
    if (found.left <= 0) active.splice(active.indexOf(found), 1);
    // Only `set` fills the table, step by step.
    return found.kind as FaultKind<S>;
  }

  /** What is switched on now. */
  current(): Partial<Record<FaultStep, { kind: FaultKind; times?: number; about?: string }[]>> {
    const steps = [...this.#active].filter(([, active]) => active.length > 0);
    return Object.fromEntries(
      steps.map(([step, active]) => [
        step,
        active.map(({ kind, left, about }) => ({
          kind,
          ...(Number.isFinite(left) ? { times: left } : {}),
          ...(about === undefined ? {} : { about }),
        })),
      ]),
    );
  }
}

/** Reads a fault table as posted to the control door; throws a ZodError that names what is wrong. */
export function parseFaultTable(value: unknown): FaultTable {
  return faultTable.parse(value);
}

/**
 * Reads SIM_FAULTS: either the control door's JSON, or `step:kind[:times]` separated by commas
 * (`voice:stall,model:429:2`). Throws on anything else, so that a mistyped fault is never ignored.
 */
export function faultsFromText(text: string | undefined): FaultTable {
  if (!text?.trim()) return {};
  if (text.trim().startsWith("{")) return parseFaultTable(JSON.parse(text));
  const table: Record<string, unknown> = {};
  for (const entry of text.split(",")) {
    const [step = "", kind, times] = entry.trim().split(":");
    table[step] = times === undefined ? { kind } : { kind, times: Number(times) };
  }
  return parseFaultTable(table);
}

/** How much later than usual a late answer comes: when nobody waits for it any more, but before a client gives it up. */
export const LATE_MS = 6_000;

/** How long a slow model thinks before its first word: longer than anybody waits in silence, but the answer is good. */
export const SLOW_MS = 3_000;

/** Whether any service can have this fault; the others are a step's own. */
export function isCommonFault(kind: FaultKind): kind is CommonFault {
  return (COMMON_KINDS as readonly string[]).includes(kind);
}

/** The status of a fault's answer; 0 when it has none. */
export function statusOf(kind: FaultKind): number {
  if (kind === "quota") return 429;
  return kind === "429" || kind === "500" ? Number(kind) : 0;
}

/** What a proxy in between says with status 200, where audio was expected. */
export const PROXY_PAGE =
  "<!DOCTYPE html>\n<html><head><title>Sign in to the network</title></head><body></body></html>\n";

/**
 * Plays a fault on an HTTP answer that has not begun. For 429 and 500 `answer` writes the provider's own error body.
 * A stalled answer is left open: the client's own timeout has to end it.
 */
export function playFault(kind: CommonFault, res: ServerResponse, answer: (status: "429" | "500") => void): void {
  switch (kind) {
    case "429":
    case "500":
      answer(kind);
      break;
    case "stall":
      break;
    case "cut":
      res.socket?.destroy();
      break;
    default:
      kind satisfies never;
  }
}
