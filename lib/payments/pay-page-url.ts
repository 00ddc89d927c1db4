import { env } from "../config/env.ts";

/** Where a payer sees what they are asked for. */
export function payPageUrl(token: string): string {
  return new URL(`/pay/${token}`, env().publicUrl).toString();
}

/** Whether it can be the random name of such a page. */
export function isPayToken(text: string): boolean {
  return /^[0-9a-f]{32}$/.test(text);
}
