import { timingSafeEqual } from "node:crypto";
import type { IncomingHttpHeaders } from "node:http";
import { ApiError } from "./errors.ts";

/** Checks the Bearer key as OpenAI does; throws the 401 that it would answer. */
export function requireKey(headers: IncomingHttpHeaders, apiKey: string): void {
  const given = /^Bearer (\S+)$/i.exec(headers.authorization ?? "")?.[1];
  if (given === undefined) {
    throw new ApiError(
      401,
      "You didn't provide an API key. You need to provide your API key in an Authorization header using Bearer auth (i.e. Authorization: Bearer YOUR_KEY).",
    );
  }
  if (!sameText(given, apiKey)) {
    throw new ApiError(401, `Incorrect API key provided: ${masked(given)}.`, null, "invalid_api_key");
  }
}

function sameText(a: string, b: string): boolean {
  const left = Buffer.from(a);
  const right = Buffer.from(b);
  return left.length === right.length && timingSafeEqual(left, right);
}

function masked(key: string): string {
  return key.length <= 8 ? "*".repeat(key.length) : `${key.slice(0, 4)}${"*".repeat(8)}${key.slice(-4)}`;
}
