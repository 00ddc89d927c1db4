/** A webhook about a message, written down with the message and in the log of requests, however it ends. */
import { now } from "../common/http.ts";
import { ApplicationError, describeError } from "../twilio/errors.ts";
import { postWithRetries } from "../twilio/retries.ts";
import type { WebhookAnswer } from "../twilio/webhooks.ts";
import type { Message, WebhookRecord } from "./message.ts";
import type { Messaging } from "./messaging.ts";

interface Webhook {
  event: WebhookRecord["event"];
  url: string;
  params: Record<string, string>;
}

/** The answer when it was a good one (2xx), else null: then the record tells what was wrong. */
export async function postAbout(
  messaging: Messaging,
  message: Message,
  { event, url, params }: Webhook,
): Promise<{ answer: WebhookAnswer | null; record: WebhookRecord }> {
  const startedAt = now();
  const { answer, error } = await attempt(messaging, url, params);
  const record: WebhookRecord = {
    at: startedAt,
    url,
    event,
    status: answer?.status ?? 0,
    tookMs: now() - startedAt,
    error,
  };
  message.webhooks.push(record);
  messaging.requests.record({
    at: startedAt,
    step: "messaging-webhook",
    tookMs: record.tookMs,
    status: record.status,
    detail: { url, event, messageSid: message.sid, ...(error ? { error } : {}) },
  });
  return { answer: error ? null : answer, record };
}

async function attempt(
  messaging: Messaging,
  url: string,
  params: Record<string, string>,
): Promise<{ answer: WebhookAnswer | null; error: WebhookRecord["error"] }> {
  try {
    const answer = await postWithRetries(messaging.webhooks, { url, params });
    const isGood = answer.status >= 200 && answer.status < 300;
    const message = describeError(11200, `status ${answer.status} from ${url}`);
    return { answer, error: isGood ? null : { code: 11200, message } };
  } catch (error) {
    if (!(error instanceof ApplicationError)) throw error;
    return { answer: null, error: { code: error.code, message: error.message } };
  }
}
