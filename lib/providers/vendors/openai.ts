/** What the three things that OpenAI does for us (model, ears, voice) have in common. */
import { setTimeout as pause } from "node:timers/promises";
import OpenAI, { APIConnectionError, APIConnectionTimeoutError, APIError, APIUserAbortError } from "openai";
import { type Provider, ProviderFailed } from "../../errors.ts";
import type { Deadline } from "../deadline.ts";

export interface OpenAiAccess {
  apiKey: string;
  /** With its version: https://api.openai.com/v1 */
  baseUrl: string;
}

/** A client that never retries by itself: whoever waits on the phone decides. */
export function openAiClient({ apiKey, baseUrl }: OpenAiAccess): OpenAI {
  return new OpenAI({ apiKey, baseURL: baseUrl, maxRetries: 0 });
}

/** Another try later than this helps nobody who waits on the phone. */
const LONGEST_PAUSE_MS = 1000;
const PAUSE_MS = 200;

/**
 * Asks, and once more where that can still help: the service was busy for a moment, broken inside, or the connection
 * was reset before an answer had begun. Throws what the client threw.
 */
export async function askTwice<T>(ask: () => Promise<T>, signal: AbortSignal): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    const pauseMs = pauseBeforeRetry(error);
    if (pauseMs === null || signal.aborted) throw error;
    await pause(pauseMs, undefined, { signal });
    return ask();
  }
}

/** Null when another try cannot help, or not in time. */
function pauseBeforeRetry(error: unknown): number | null {
  if (error instanceof APIUserAbortError || error instanceof APIConnectionTimeoutError) return null;
  if (error instanceof APIConnectionError) return PAUSE_MS;
  if (!(error instanceof APIError) || error.status === undefined) return null;
  if (error.status >= 500) return PAUSE_MS;
  if (error.status !== 429 || error.code === "insufficient_quota") return null;
  const seconds = Number(error.headers?.get("retry-after") ?? Number.NaN);
  return seconds * 1000 <= LONGEST_PAUSE_MS ? seconds * 1000 : null;
}

/** Our own error for whatever the client threw; the caller's own wish to stop is thrown as it is. */
export function openAiFailure(provider: Provider, error: unknown, deadline: Deadline): ProviderFailed {
  deadline.throwIfStopped();
  if (deadline.expired)
    return new ProviderFailed(provider, true, `no answer within ${deadline.milliseconds} ms`, error);
  if (error instanceof ProviderFailed) return error;
  if (error instanceof APIConnectionError) return new ProviderFailed(provider, true, "cannot be reached", error);
  if (error instanceof APIError) return fromStatus(provider, error);
  return new ProviderFailed(provider, true, "the connection broke", error);
}

function fromStatus(provider: Provider, error: APIError): ProviderFailed {
  const { status, code } = error;
  if (code === "insufficient_quota")
    return new ProviderFailed(provider, false, "the account's quota is used up", error);
  if (status === 401 || status === 403) return new ProviderFailed(provider, false, "the key was refused", error);
  const retryable = status === undefined || status === 408 || status === 409 || status === 429 || status >= 500;
  return new ProviderFailed(provider, retryable, `refused with ${status ?? "an error in the stream"}`, error);
}
