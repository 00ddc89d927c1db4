import { randomBytes } from "node:crypto";
import type { z } from "zod";
import { env } from "../config/env.ts";
import { countHit, keepPasswordReset, redeemPasswordReset } from "../db/system.ts";
import { hashToken } from "../db/token-hash.ts";
import { RateLimited, RuleBroken } from "../errors.ts";
import { enqueueAlone } from "../jobs/queue.ts";
import { hashPassword } from "./password.ts";
import { forgotPasswordInput, resetPasswordInput } from "./schemas.ts";

const LASTS_MINUTES = 60;
const MAILS_PER_HOUR = 5;
const RESETS_PER_HOUR = 30;

/**
 * Mails a one-time link. Nothing tells the asker whether the address is known. Throws RateLimited when one address or
 * one place asks too often.
 */
export async function forgotPassword(input: z.input<typeof forgotPasswordInput>, address: string): Promise<void> {
  const { email } = forgotPasswordInput.parse(input);
  for (const key of [`forgot:${email}`, `forgot:from:${address}`]) {
    const { hits, secondsLeft } = await countHit(key, 3600);
    if (hits > MAILS_PER_HOUR) throw new RateLimited(secondsLeft);
  }
  const token = randomBytes(32).toString("base64url");
  const kept = await keepPasswordReset(email, hashToken(token), LASTS_MINUTES);
  if (!kept) return;
  const link = new URL("/reset", env().publicUrl);
  link.searchParams.set("token", token);
  await enqueueAlone({
    name: "send_mail",
    payload: { to: email, subject: "בחירת סיסמה חדשה למוקד", text: letter(kept.userName, link) },
  });
}

/**
 * Sets a new password and ends every session of that person. Throws RuleBroken when the link is used, late or unknown,
 * and RateLimited when one place tries too often.
 */
export async function resetPassword(input: z.input<typeof resetPasswordInput>, address: string): Promise<void> {
  const { token, password } = resetPasswordInput.parse(input);
  // A link cannot be guessed; but a password is dear to hash.
  const { hits, secondsLeft } = await countHit(`reset:from:${address}`, 3600);
  if (hits > RESETS_PER_HOUR) throw new RateLimited(secondsLeft);
  const done = await redeemPasswordReset(hashToken(token), await hashPassword(password));
  if (!done) throw new RuleBroken("הקישור כבר נוצל או שפג תוקפו. אפשר לבקש קישור חדש");
}

function letter(name: string, link: URL): string {
  return [
    `שלום ${name},`,
    "",
    "התקבלה בקשה לבחור סיסמה חדשה למוקד. הקישור תקף לשעה ולשימוש אחד:",
    link.toString(),
    "",
    "אם לא ביקשתם, אפשר להתעלם מההודעה: הסיסמה לא השתנתה.",
  ].join("\n");
}
