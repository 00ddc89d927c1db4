/** What every verb may use of the phone network: its credentials, its numbers, its recordings, and the application. */
import { now } from "../common/http.ts";
import { ApplicationError } from "../twilio/errors.ts";
import { type HttpMethod, requestApplication, type WebhookAnswer, type WebhookSettings } from "../twilio/webhooks.ts";
import { type PhoneCall, Redirected } from "./call.ts";
import type { Numbers } from "./numbers.ts";
import type { Recordings } from "./recordings.ts";

export interface Exchange {
  accountSid: string;
  /** Where the REST API is reached, without a slash at the end: the host of recording addresses. */
  apiUrl: string;
  webhooks: WebhookSettings;
  /** How long a media stream's handshake may take. */
  handshakeTimeoutMs: number;
  numbers: Numbers;
  recordings: Recordings;
}

/** The fields that every voice webhook carries. A withheld number has no country. */
export function callParams(exchange: Exchange, call: PhoneCall): Record<string, string> {
  const params: Record<string, string> = {
    AccountSid: exchange.accountSid,
    ApiVersion: "2010-04-01",
    CallSid: call.sid,
    CallStatus: call.status,
    Direction: call.direction,
    From: call.from,
    To: call.to,
    Caller: call.from,
    Called: call.to,
  };
  for (const [party, number] of [
    ["From", call.from],
    ["Caller", call.from],
    ["To", call.to],
    ["Called", call.to],
  ] as const) {
    params[`${party}City`] = "";
    params[`${party}State`] = "";
    params[`${party}Zip`] = "";
    params[`${party}Country`] = number.startsWith("+972") ? "IL" : number.startsWith("+1") ? "US" : "";
  }
  if (call.isOver) {
    params.CallDuration = String(call.durationS);
    params.Duration = String(Math.ceil(call.durationS / 60));
  }
  return params;
}

/** Asks the application for what comes next, on the call's log. Throws ApplicationError. */
export async function askApplication(
  exchange: Exchange,
  call: PhoneCall,
  request: { url: string; method: HttpMethod; params: Record<string, string> },
): Promise<WebhookAnswer> {
  const params = { ...callParams(exchange, call), ...request.params };
  const { url } = request;
  const startedAt = now();
  const answer = await requestApplication(exchange.webhooks, { ...request, params }).catch((error: unknown) => {
    call.log.add({ kind: "webhook", url, status: 0, tookMs: now() - startedAt, params });
    throw error;
  });
  call.log.add({ kind: "webhook", url, status: answer.status, tookMs: answer.tookMs, params });
  if (answer.status < 200 || answer.status >= 300) {
    throw new ApplicationError(11200, `status ${answer.status} from ${request.url}`);
  }
  return answer;
}

/** Tells the application something; its answer does not matter to the call, its failure is only recorded. */
export async function tellApplication(
  exchange: Exchange,
  call: PhoneCall,
  event: string,
  request: { url: string; method: HttpMethod; params: Record<string, string> },
): Promise<void> {
  try {
    const answer = await requestApplication(exchange.webhooks, request);
    const { status, tookMs } = answer;
    call.log.add({ kind: "callback", url: request.url, status, tookMs, event });
    if (status < 200 || status >= 300) call.log.error(11200, `status ${status} from ${request.url}`);
  } catch (error) {
    if (!(error instanceof ApplicationError)) throw error;
    call.log.error(error.code, error.message);
  }
}

/** An address in TwiML against the document in which it stands. Throws ApplicationError 11100. */
export function resolveUrl(address: string, documentUrl: string): string {
  if (/^https?:\/\//.test(address)) return address;
  if (!URL.canParse(address, documentUrl)) throw new ApplicationError(11100, address);
  return new URL(address, documentUrl).href;
}

/** Whether a verb was broken off by the end of the call, and not by a redirect. */
export function isHangup(error: unknown, call: PhoneCall): boolean {
  return call.isOver && !(error instanceof Redirected);
}
