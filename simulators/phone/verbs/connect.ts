/** `<Connect><Stream>`: the call's audio over a websocket, until the application closes it. */

import { describeError, type TwilioErrorCode } from "../../twilio/errors.ts";
import { newSid } from "../../twilio/ids.ts";
import type { Next, PhoneCall } from "../call.ts";
import { callParams, type Exchange, resolveUrl, tellApplication } from "../exchange.ts";
import { MediaStream } from "../media-stream.ts";
import type { Connect } from "../twiml/verbs.ts";

/** Carries the verb out: when the stream is closed or fails, the action is next, or the following verb without one. */
export async function connect(
  exchange: Exchange,
  call: PhoneCall,
  verb: Connect,
  documentUrl: string,
  signal: AbortSignal,
): Promise<Next> {
  const streamSid = newSid("MZ");
  const callbackUrl = verb.stream.statusCallback && resolveUrl(verb.stream.statusCallback, documentUrl);
  const report = (event: string, detail: Record<string, string> = {}) => {
    if (!callbackUrl) return;
    const timestamp = new Date().toISOString();
    const { AccountSid = "", CallSid = "" } = callParams(exchange, call);
    const params = { AccountSid, CallSid, StreamSid: streamSid, StreamEvent: event, Timestamp: timestamp, ...detail };
    void tellApplication(exchange, call, event, { url: callbackUrl, method: verb.stream.statusMethod, params });
  };
  const fail = (code: TwilioErrorCode, detail: string) => {
    call.log.error(code, describeError(code, detail));
    report("stream-error", { StreamError: describeError(code, detail) });
  };

  const refused = refusal(verb.stream.url);
  if (refused) fail(...refused);
  else {
    const stream = new MediaStream({
      call,
      streamSid,
      accountSid: exchange.accountSid,
      authToken: exchange.webhooks.authToken,
      handshakeTimeoutMs: exchange.handshakeTimeoutMs,
      noun: verb.stream,
      onStart: () => report("stream-started"),
      onError: fail,
    });
    await stream.run(signal);
    report("stream-stopped");
  }
  if (!verb.action) return { kind: "continue" };
  return { kind: "fetch", url: resolveUrl(verb.action, documentUrl), method: verb.method, params: {} };
}

// wss only; plain ws for a host on this machine, where there is no network to protect.
function refusal(address: string): [TwilioErrorCode, string] | null {
  if (!URL.canParse(address)) return [31923, address || "no url"];
  const url = new URL(address);
  const isLoopback = ["localhost", "127.0.0.1", "[::1]"].includes(url.hostname);
  if (url.protocol !== "wss:" && !(url.protocol === "ws:" && isLoopback)) return [31922, address];
  if (address.includes("?")) return [31923, `the query string is not supported: ${address}`];
  if (url.hash) return [31923, `a fragment: ${address}`];
  return null;
}
