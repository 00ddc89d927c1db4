/** Placing a call and changing a running one by REST. https://www.twilio.com/docs/voice/api/call-resource */

import { RestError } from "../twilio/rest.ts";
import type { HttpMethod } from "../twilio/webhooks.ts";
import type { Next, PhoneCall } from "./call.ts";
import type { PhoneNetwork } from "./network.ts";
import { CALL_EVENTS, type CallEvent } from "./numbers.ts";

const E164 = /^\+[1-9]\d{6,14}$/;
const DEFAULT_TIMEOUT_S = 60;

/** Starts an outgoing call. Throws RestError. */
export function createCall(network: PhoneNetwork, form: URLSearchParams): PhoneCall {
  const to = form.get("To") ?? "";
  const from = form.get("From") ?? "";
  if (!E164.test(to)) throw new RestError(400, 21211, `Invalid 'To' Phone Number: ${to}`);
  if (!network.numbers.get(from)?.voiceUrl) {
    throw new RestError(400, 21210, `The source phone number provided, ${from}, is not yet verified for your account.`);
  }
  const url = form.get("Url");
  const twiml = form.get("Twiml");
  if (!url && !twiml) throw new RestError(400, 21205, "Url parameter is required.");
  if (url && !/^https?:\/\//.test(url)) throw new RestError(400, 21205, `Url is not a valid URL: ${url}`);
  return network.dialOut({
    from,
    to,
    timeoutS: Number(form.get("Timeout") ?? DEFAULT_TIMEOUT_S),
    callbacks: { url: form.get("StatusCallback") ?? undefined, events: eventsOf(form) },
    // Twiml that is given with the call is read when it is answered; an unreadable one fails the call, as Twilio does.
    first: url ? fetchFrom(url, form) : { kind: "inline", source: twiml ?? "" },
  });
}

/** Ends a call or sends it elsewhere. Throws RestError 21220 when it is over already. */
export function updateCall(call: PhoneCall, form: URLSearchParams): void {
  const status = form.get("Status");
  const twiml = form.get("Twiml");
  const url = form.get("Url");
  if (call.isOver) throw new RestError(400, 21220, "Call is not in-progress. Cannot redirect.");
  if (status !== null) {
    if (status !== "completed" && status !== "canceled") throw new RestError(400, 21218, `Invalid Status: ${status}`);
    if (status === "completed" || call.answeredAt === null) call.end("rest", status);
    return;
  }
  if (twiml) {
    call.redirect({ kind: "inline", source: twiml });
    return;
  }
  if (!url) throw new RestError(400, 21205, "Url parameter is required.");
  if (!/^https?:\/\//.test(url)) throw new RestError(400, 21205, `Url is not a valid URL: ${url}`);
  call.redirect(fetchFrom(url, form));
}

function fetchFrom(url: string, form: URLSearchParams): Next {
  const method: HttpMethod = form.get("Method")?.toUpperCase() === "GET" ? "GET" : "POST";
  return { kind: "fetch", url, method, params: {} };
}

function eventsOf(form: URLSearchParams): CallEvent[] | undefined {
  const named = form.getAll("StatusCallbackEvent").flatMap((value) => value.split(/[\s,]+/));
  const events = CALL_EVENTS.filter((event) => named.includes(event));
  return events.length > 0 ? events : undefined;
}
