import { randomBytes, randomInt } from "node:crypto";

const SIGNS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

/** The name of an order, a capture, a refund: 17 capital letters and digits. */
export function newId(): string {
  return Array.from({ length: 17 }, () => SIGNS[randomInt(SIGNS.length)]).join("");
}

/** By which PayPal's support finds a request. */
export function newDebugId(): string {
  return randomBytes(7).toString("hex").slice(0, 13);
}
