/** Signed requests: https://docs.tranzila.com/docs/payments-and-billing/authentication */
import { createHmac, timingSafeEqual } from "node:crypto";
import type { IncomingHttpHeaders } from "node:http";
import type { Terminals, TranzilaTerminal } from "../terminals.ts";
import { ApiRefusal } from "./errors.ts";

/** How far a request's time may be off. The real limit is documented nowhere. */
const MAX_SKEW_MS = 5 * 60_000;

// The documentation says "40 bytes": its example sends their 80 hexadecimal digits, and many merchants 40 characters.
const NONCE = /^(?:[0-9a-fA-F]{80}|[\x21-\x7e]{40})$/;

/** The nonces that were used, as long as a request with one could still be on time. */
export class Nonces {
  readonly #seenAt = new Map<string, number>();

  /** False when this key has used it before. */
  use(appKey: string, nonce: string): boolean {
    const now = Date.now();
    for (const [old, at] of this.#seenAt) {
      if (at > now - 2 * MAX_SKEW_MS) break;
      this.#seenAt.delete(old);
    }
    const name = `${appKey} ${nonce}`;
    if (this.#seenAt.has(name)) return false;
    this.#seenAt.set(name, now);
    return true;
  }
}

/** The terminal whose key signed the request; throws an ApiRefusal (401) when none did. */
export function requireSigned(headers: IncomingHttpHeaders, terminals: Terminals, nonces: Nonces): TranzilaTerminal {
  const of = (name: string) => headers[`x-tranzila-api-${name}`]?.toString() ?? "";
  const [appKey, time, nonce] = [of("app-key"), of("request-time"), of("nonce")];
  const terminal = terminals.byAppKey(appKey);
  if (!terminal) throw new ApiRefusal("unauthorized", "no terminal has this app key");
  if (!isOnTime(time)) throw new ApiRefusal("unauthorized", `the request time ${time} is not now`);
  if (!NONCE.test(nonce)) throw new ApiRefusal("unauthorized", "the nonce is not 40 bytes");
  const token = createHmac("sha256", terminal.secret + time + nonce)
    .update(appKey)
    .digest("hex");
  if (!isSame(of("access-token"), token)) throw new ApiRefusal("unauthorized", "the access token is wrong");
  if (!nonces.use(appKey, nonce)) throw new ApiRefusal("unauthorized", "the nonce was used before");
  return terminal;
}

// Merchants send seconds, the documentation says milliseconds: the number of digits tells them apart.
function isOnTime(time: string): boolean {
  if (!/^(?:\d{10}|\d{13})$/.test(time)) return false;
  const at = time.length === 10 ? Number(time) * 1000 : Number(time);
  return Math.abs(Date.now() - at) <= MAX_SKEW_MS;
}

function isSame(given: string, wanted: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(wanted)];
  return one.length === other.length && timingSafeEqual(one, other);
}
