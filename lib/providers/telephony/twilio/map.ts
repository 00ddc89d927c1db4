/** Twilio's errors in our own words. https://www.twilio.com/docs/api/errors */
import { z } from "zod";
import { ProviderFailed } from "../../../errors.ts";

const NOT_FOUND = 20404;
const NOT_IN_PROGRESS = 21220;

const restError = z.object({ status: z.number().optional(), code: z.union([z.number(), z.string()]).nullish() });

/** The call or the recording is no longer there, or the call is over: for us no error. */
export function isGone(error: unknown): boolean {
  const { status, code } = restError.safeParse(error).data ?? {};
  return status === 404 || Number(code) === NOT_FOUND || Number(code) === NOT_IN_PROGRESS;
}

export function toFailure(what: string, error: unknown): ProviderFailed {
  if (error instanceof ProviderFailed) return error;
  const { status, code } = restError.safeParse(error).data ?? {};
  if (status === undefined) return new ProviderFailed("telephony", true, `${what}: cannot be reached`, error);
  return fromStatus(what, status, error, code);
}

/** Also for answers that did not come through the client. */
export function fromStatus(what: string, status: number, cause?: unknown, code?: unknown): ProviderFailed {
  const retryable = status === 408 || status === 429 || status >= 500;
  const detail = code == null ? "" : ` (${String(code)})`;
  return new ProviderFailed("telephony", retryable, `${what}: refused with ${status}${detail}`, cause);
}
