/**
 * Webhooks of messages are sent again when they fail, as the part after # of their address says:
 * https://www.twilio.com/docs/usage/webhooks/webhooks-connection-overrides. Without one, once, and only when no
 * connection came about. The same idempotency token tells that it is the same event.
 */
import { randomUUID } from "node:crypto";
import { now } from "../common/http.ts";
import { ApplicationError } from "./errors.ts";
import { requestApplication, type WebhookAnswer, type WebhookSettings } from "./webhooks.ts";

interface SignedForm {
  url: string;
  params: Record<string, string>;
}

/** Which failures are worth another try: statuses, no connection (ct), no answer in time (rt). */
type Failure = "4xx" | "5xx" | "ct" | "rt";

const MAX_RETRIES = 5;

/** Posts a signed form until it is taken or no try is left: then the last answer, or the last ApplicationError thrown. */
export async function postWithRetries(settings: WebhookSettings, form: SignedForm): Promise<WebhookAnswer> {
  const overrides = overridesOf(form.url);
  const idempotencyToken = randomUUID();
  const givesUpAt = now() + settings.timeoutMs;
  for (let left = overrides.retries; ; left -= 1) {
    const timeoutMs = Math.max(1, Math.ceil(Math.min(overrides.readTimeoutMs, givesUpAt - now())));
    const again = (failure: Failure | null) =>
      failure !== null && left > 0 && overrides.retriedOn.has(failure) && now() < givesUpAt;
    try {
      const answer = await requestApplication(
        { ...settings, timeoutMs },
        { ...form, method: "POST", idempotencyToken },
      );
      if (!again(failureOf(answer.status))) return answer;
    } catch (error) {
      if (!(error instanceof ApplicationError) || !again(error.code === 11200 ? "rt" : "ct")) throw error;
    }
  }
}

function failureOf(status: number): Failure | null {
  if (status >= 500) return "5xx";
  return status >= 400 ? "4xx" : null;
}

function overridesOf(url: string): { retries: number; readTimeoutMs: number; retriedOn: ReadonlySet<Failure> } {
  const given = new URLSearchParams(url.split("#")[1] ?? "");
  const policy = (given.get("rp") ?? "ct").split(",");
  const retriedOn = (["4xx", "5xx", "ct", "rt"] as const).filter(
    (one) => policy.includes(one) || policy.includes("all"),
  );
  return {
    retries: Math.min(MAX_RETRIES, Math.max(0, Number(given.get("rc") ?? 1) || 0)),
    readTimeoutMs: Number(given.get("rt")) || 15_000,
    retriedOn: new Set(retriedOn),
  };
}
