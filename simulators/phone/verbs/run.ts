/** Carries TwiML out, verb after verb and document after document, until the call ends. */

import { ApplicationError, describeError } from "../../twilio/errors.ts";
import { CallOver, type Next, type PhoneCall, Redirected } from "../call.ts";
import { askApplication, type Exchange, resolveUrl } from "../exchange.ts";
import { parseTwiml } from "../twiml/parse.ts";
import type { TwimlDocument, Verb } from "../twiml/verbs.ts";
import { connect } from "./connect.ts";
import { dial } from "./dial.ts";
import { gather } from "./gather.ts";
import { playPrompt, sayApplicationError } from "./prompts.ts";
import { record } from "./record.ts";

const MAX_DOCUMENT_BYTES = 64 * 1024;
const XML_TYPES = ["text/xml", "application/xml"];

/** Runs a call from its first document to its end. Never rejects: what goes wrong ends the call and is on its log. */
export async function runCall(exchange: Exchange, call: PhoneCall, first: Next): Promise<void> {
  let next = first;
  while (!call.isOver) {
    const signal = call.newDocument();
    try {
      next = await takeStep(exchange, call, next, signal);
    } catch (error) {
      if (error instanceof Redirected) next = error.next;
      else if (error instanceof CallOver) return;
      else next = fallbackOf(exchange, call, next, error) ?? (await failCall(call, error));
    }
  }
}

/** What the network does with an answer that is none: it asks at the number's other address, and when that fails too, it gives up. */
function fallbackOf(exchange: Exchange, call: PhoneCall, failed: Next, error: unknown): Next | undefined {
  const url = exchange.numbers.get(call.to)?.voiceFallbackUrl;
  const again = failed.kind === "fetch" && failed.url === url;
  if (!(error instanceof ApplicationError) || url === undefined || again || call.isOver) return undefined;
  call.log.error(error.code, error.message);
  const params: Record<string, string> = { ErrorCode: String(error.code) };
  if (failed.kind === "fetch") params.ErrorUrl = failed.url;
  return { kind: "fetch", url, method: "POST", params };
}

async function takeStep(exchange: Exchange, call: PhoneCall, step: Next, signal: AbortSignal): Promise<Next> {
  switch (step.kind) {
    case "continue":
      return { kind: "end", by: "twiml", reason: "end_of_document" };
    case "end":
      call.end(step.by, step.reason, step.status);
      return step;
    case "document":
      return runDocument(exchange, call, step.document, signal);
    case "inline":
      return { kind: "document", document: readDocument(call, step.source, "") };
    case "fetch":
      return { kind: "document", document: await fetchDocument(exchange, call, step, signal) };
    default:
      return step satisfies never;
  }
}

async function fetchDocument(
  exchange: Exchange,
  call: PhoneCall,
  step: Extract<Next, { kind: "fetch" }>,
  signal: AbortSignal,
): Promise<TwimlDocument> {
  const answer = await askApplication(exchange, call, step);
  signal.throwIfAborted();
  if (!XML_TYPES.includes(answer.contentType)) {
    throw new ApplicationError(12300, `${answer.contentType || "none"} from ${step.url}`);
  }
  if (answer.body.length > MAX_DOCUMENT_BYTES) throw new ApplicationError(11750, `${answer.body.length} bytes`);
  return readDocument(call, Buffer.from(answer.body).toString("utf8"), step.url);
}

function readDocument(call: PhoneCall, source: string, url: string): TwimlDocument {
  const document = parseTwiml(source, url);
  for (const warning of document.warnings) call.log.error(12200, describeError(12200, warning));
  return document;
}

async function runDocument(
  exchange: Exchange,
  call: PhoneCall,
  document: TwimlDocument,
  signal: AbortSignal,
): Promise<Next> {
  call.log.add({ kind: "twiml", verbs: document.verbs.map(({ verb }) => verb) });
  for (const verb of document.verbs) {
    if (takesTheCall(verb)) call.answer();
    const next = await runVerb(exchange, call, verb, document.url, signal);
    if (next.kind !== "continue") return next;
    signal.throwIfAborted();
  }
  return { kind: "continue" };
}

// A call that is only made to wait, sent on or refused has not been answered, and costs nothing.
function takesTheCall(verb: Verb): boolean {
  switch (verb.verb) {
    case "Reject":
    case "Pause":
    case "Redirect":
      return false;
    case "Dial":
      return !verb.answerOnBridge;
    default:
      return true;
  }
}

async function runVerb(
  exchange: Exchange,
  call: PhoneCall,
  verb: Verb,
  documentUrl: string,
  signal: AbortSignal,
): Promise<Next> {
  switch (verb.verb) {
    case "Say":
    case "Play":
    case "Pause":
      await playPrompt(exchange, call, verb, documentUrl, signal);
      return { kind: "continue" };
    case "Gather":
      return gather(exchange, call, verb, documentUrl, signal);
    case "Record":
      return record(exchange, call, verb, documentUrl, signal);
    case "Connect":
      return connect(exchange, call, verb, documentUrl, signal);
    case "Dial":
      return dial(exchange, call, verb, documentUrl, signal);
    case "Redirect":
      return { kind: "fetch", url: resolveUrl(verb.url, documentUrl), method: verb.method, params: {} };
    case "Reject":
      // On a call that was answered it is no more than a hang-up.
      return rejection(call, verb.reason === "busy");
    case "Hangup":
      return { kind: "end", by: "twiml", reason: "hangup" };
    default:
      return verb satisfies never;
  }
}

function rejection(call: PhoneCall, isBusy: boolean): Next {
  if (call.answeredAt !== null) return { kind: "end", by: "twiml", reason: "reject" };
  return { kind: "end", by: "twiml", reason: "reject", status: isBusy ? "busy" : "no-answer" };
}

async function failCall(call: PhoneCall, error: unknown): Promise<Next> {
  if (error instanceof ApplicationError) call.log.error(error.code, error.message);
  else {
    // A fault of this simulator, not of the application: loud, so that nobody takes it for one.
    console.error("phone network:", error);
    call.log.error(0, `simulator fault: ${error instanceof Error ? error.stack : String(error)}`);
  }
  const end: Next = { kind: "end", by: "error", reason: "application_error" };
  try {
    call.answer();
    await sayApplicationError(call, call.newDocument());
    return end;
  } catch (interruption) {
    if (interruption instanceof Redirected) return interruption.next;
    if (interruption instanceof CallOver) return end;
    throw interruption;
  }
}
