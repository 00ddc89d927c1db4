import { ProviderFailed } from "../../errors.ts";
import { parseJson } from "../../parse-json.ts";
import { readBounded } from "../read-bounded.ts";

const WITHIN_MS = 12_000;
const LARGEST_ANSWER = 2_000_000;

interface JsonAnswer {
  ok: boolean;
  status: number;
  /** Null where it was no JSON. */
  said: unknown;
}

/** Asks a provider, in time and no more than can be an answer. `who` is for the log. Throws a retryable ProviderFailed without a whole answer. */
export async function askJson(
  who: string,
  url: string,
  request: RequestInit,
  signal: AbortSignal,
): Promise<JsonAnswer> {
  try {
    const within = AbortSignal.any([signal, AbortSignal.timeout(WITHIN_MS)]);
    const answer = await fetch(url, { ...request, redirect: "error", signal: within });
    const bytes = await readBounded(answer, { provider: "payments", what: who, maxBytes: LARGEST_ANSWER });
    return { ok: answer.ok, status: answer.status, said: parseJson(bytes.toString("utf8")) };
  } catch (cause) {
    if (cause instanceof ProviderFailed) throw cause;
    throw new ProviderFailed("payments", true, `${who} could not be reached`, cause);
  }
}

/** Whether what was refused with this status may go well later. */
export function isPassing(status: number): boolean {
  return status >= 500 || status === 429;
}
