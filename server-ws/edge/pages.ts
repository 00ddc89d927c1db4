/** Everything but webhooks: streamed to Next and back. */
import type { Exchange } from "./exchange.ts";
import { askNext, hasBody, type NextServer, passOn } from "./next.ts";
import { refuse } from "./refusals.ts";

const MAX_BODY_BYTES = 10 * 1024 * 1024;
const ANSWER_WITHIN_MS = 60_000;
/** How long a request that can be repeated waits for a Next that is just restarting. */
const RETRY_FOR_MS = 2_000;
const RETRY_EVERY_MS = 100;

/** Proxies one request. Resolves when it is over; every failure has been answered. */
export async function proxyPage(exchange: Exchange, next: NextServer): Promise<void> {
  const { request } = exchange;
  if (Number(request.headers["content-length"] ?? 0) > MAX_BODY_BYTES) return refuse(exchange, "too_large");
  const giveUpAt = performance.now() + RETRY_FOR_MS;
  for (;;) {
    const answer = await askNext(exchange, next, { kind: "streamed", maxBytes: MAX_BODY_BYTES }, ANSWER_WITHIN_MS);
    switch (answer.kind) {
      case "answer":
        return passOn(exchange, answer.message);
      case "unreachable":
        if (mayRepeat(exchange, answer.sent) && performance.now() < giveUpAt) {
          await new Promise((resolve) => setTimeout(resolve, RETRY_EVERY_MS));
          continue;
        }
        exchange.log.error({ err: answer.error }, "Next cannot be reached");
        return refuse(exchange, answer.error.code === "ECONNREFUSED" ? "restarting" : "bad_gateway");
      case "too_slow":
        exchange.log.error("Next did not answer in time");
        return refuse(exchange, "too_slow");
      case "too_large":
        return refuse(exchange, "too_large");
      case "client_gone":
        return;
      default:
        return answer satisfies never;
    }
  }
}

// A body that streams through is gone after the first attempt; a write that Next may have seen is never repeated.
function mayRepeat({ request, response }: Exchange, sent: boolean): boolean {
  if (response.destroyed || hasBody(request)) return false;
  return !sent || request.method === "GET" || request.method === "HEAD";
}
