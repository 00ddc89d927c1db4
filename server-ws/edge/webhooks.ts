/**
 * Webhooks: read whole, so that one that arrives while Next restarts can be held and sent again (every webhook of ours
 * takes a repeat). When Next does not come back in time, the edge itself answers: a genuine Twilio request gets what
 * keeps the caller company, and is kept to be delivered later; a stranger's gets 403.
 */
import type { IncomingMessage } from "node:http";
import type { Exchange } from "./exchange.ts";
import { askNext, type NextAnswer, type NextServer, passOn } from "./next.ts";
import { refuse } from "./refusals.ts";
import { type StandIn, type StandIns, standInFor } from "./stand-ins.ts";
import { saysNotKept, type UndeliveredWebhooks } from "./undelivered.ts";

export interface WebhookDoor {
  next: NextServer;
  undelivered: UndeliveredWebhooks;
  standIns: StandIns;
  /** Is this form signed by Twilio, over this public URL? */
  isSignedByTwilio(url: string, form: Record<string, string>, signature: string): boolean;
  /** Counts what the edge had to answer itself. */
  onStandIn(pathname: string): void;
}

const MAX_BODY_BYTES = 256 * 1024;
const HOLD_MS = 10_000;
const RETRY_EVERY_MS = 100;
/** Twilio hangs up on its webhooks after 15 s; what is left is for the way back. */
const ANSWER_WITHIN_MS = 13_000;

/** Proxies one webhook. Resolves when it is answered. */
export async function proxyWebhook(exchange: Exchange, door: WebhookDoor): Promise<void> {
  const bytes = await readWhole(exchange.request, MAX_BODY_BYTES);
  if (bytes === "too_large") return refuse(exchange, "too_large");
  if (bytes === "broken_off") return;

  const first = await askNext(exchange, door.next, { kind: "whole", bytes }, ANSWER_WITHIN_MS);
  if (first.kind === "client_gone") return;
  const standIn = exchange.request.method === "POST" ? standInFor(exchange.pathname, door.standIns) : undefined;
  if (first.kind === "answer" && !isFailure(first)) {
    if (saysNotKept(first.message) && standIn?.keep)
      return keepAndPassOn(exchange, door, standIn, bytes, first.message);
    return passOn(exchange, first.message);
  }
  if (standIn && !isGenuine(exchange, door, bytes)) {
    return first.kind === "answer" ? passOn(exchange, first.message) : answerForbidden(exchange);
  }
  const answer = await askAgain(exchange, door.next, bytes, first);
  if (answer.kind === "client_gone") return;
  if (answer.kind === "answer" && !(standIn && isFailure(answer))) return passOn(exchange, answer.message);
  if (!standIn) return refuse(exchange, answer.kind === "too_slow" ? "too_slow" : "restarting");
  if (answer.kind === "answer") answer.message.destroy();
  await answerInstead(exchange, door, standIn, bytes, answer.kind);
}

/** Holds the webhook while Next cannot be reached, and sends it again. */
async function askAgain(exchange: Exchange, next: NextServer, bytes: Buffer, first: NextAnswer): Promise<NextAnswer> {
  const elapsedMs = () => performance.now() - exchange.arrivedAt;
  let answer = first;
  while (answer.kind === "unreachable" && elapsedMs() < HOLD_MS) {
    await new Promise((resolve) => setTimeout(resolve, RETRY_EVERY_MS));
    if (exchange.response.destroyed) return { kind: "client_gone" };
    answer = await askNext(exchange, next, { kind: "whole", bytes }, ANSWER_WITHIN_MS - elapsedMs());
  }
  return answer;
}

/** Next verified and answered it, but could not store it (its database is away): kept here until it can. */
async function keepAndPassOn(
  exchange: Exchange,
  door: WebhookDoor,
  standIn: StandIn,
  bytes: Buffer,
  message: IncomingMessage,
): Promise<void> {
  const kept = await door.undelivered.keep(exchange, bytes);
  if (kept || !standIn.onlyWhenKept) return passOn(exchange, message);
  message.destroy();
  refuse(exchange, "restarting");
}

/** Acknowledged only once it is kept: what cannot be kept is not said to be stored. */
async function answerInstead(
  exchange: Exchange,
  door: WebhookDoor,
  standIn: StandIn,
  bytes: Buffer,
  reason: string,
): Promise<void> {
  const heldMs = Math.round(performance.now() - exchange.arrivedAt);
  exchange.log.error({ reason, held_ms: heldMs }, "the edge answers this webhook itself");
  door.onStandIn(exchange.pathname);
  const kept = standIn.keep && (await door.undelivered.keep(exchange, bytes));
  if (standIn.onlyWhenKept && !kept) return refuse(exchange, "restarting");
  exchange.response.writeHead(standIn.status, {
    "X-Request-Id": exchange.requestId,
    ...(standIn.body ? { "Content-Type": "text/xml; charset=utf-8" } : {}),
  });
  exchange.response.end(standIn.body);
}

function isFailure(answer: NextAnswer & { kind: "answer" }): boolean {
  return (answer.message.statusCode ?? 500) >= 500;
}

/** The fields of a form as Twilio signs them: one value a name. */
export function formFields(bytes: Buffer): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(bytes.toString("utf8")));
}

function isGenuine({ request }: Exchange, door: WebhookDoor, bytes: Buffer): boolean {
  const signature = request.headers["x-twilio-signature"];
  if (typeof signature !== "string") return false;
  return door.isSignedByTwilio(door.next.publicUrl.origin + (request.url ?? ""), formFields(bytes), signature);
}

function readWhole(request: IncomingMessage, maxBytes: number): Promise<Buffer | "too_large" | "broken_off"> {
  return new Promise((resolve) => {
    if (Number(request.headers["content-length"] ?? 0) > maxBytes) return resolve("too_large");
    const chunks: Buffer[] = [];
    let size = 0;
    request.on("data", (chunk: Buffer) => {
      size += chunk.length;
      if (size > maxBytes) resolve("too_large");
      else chunks.push(chunk);
    });
    request.once("end", () => resolve(Buffer.concat(chunks)));
    request.once("close", () => resolve("broken_off"));
    request.once("error", () => resolve("broken_off"));
  });
}

function answerForbidden(exchange: Exchange): void {
  exchange.log.warn("a webhook without a good signature");
  exchange.response.writeHead(403, { "Content-Type": "text/plain; charset=utf-8", "X-Request-Id": exchange.requestId });
  exchange.response.end("Forbidden\n");
}
