/** Guessing passwords: 5 failures in 15 minutes for one account from one address, and wider limits for each alone. */
import { countHit, currentHits, forgetHits, takeHitBack } from "../db/system.ts";
import { RateLimited } from "../errors.ts";

const WINDOW_SECONDS = 15 * 60;

// The wide limits stop guessing spread over many addresses or many accounts, without letting a stranger lock an owner
// out from afar with five requests.
const limits = [
  { key: (email: string, address: string) => `login:${email}:${address}`, most: 5 },
  { key: (email: string) => `login:account:${email}`, most: 50 },
  { key: (_email: string, address: string) => `login:address:${address}`, most: 50 },
];

/** Throws RateLimited when there were too many failures; counts nothing. */
export async function refuseTooManyLogins(email: string, address: string): Promise<void> {
  for (const { key, most } of limits) {
    const { hits, secondsLeft } = await currentHits(key(email, address), WINDOW_SECONDS);
    if (hits >= most) throw tooMany(secondsLeft);
  }
}

/**
 * Counts an attempt before its password is looked at, so that many guesses at once are no way around the limit. Throws
 * RateLimited when there were too many.
 */
export async function countLogin(email: string, address: string): Promise<void> {
  for (const { key, most } of limits) {
    const { hits, secondsLeft } = await countHit(key(email, address), WINDOW_SECONDS);
    if (hits > most) throw tooMany(secondsLeft);
  }
}

/** The right password came: it was no failure, and what was mistyped before does not count for this account from here. */
export async function forgetFailedLogins(email: string, address: string): Promise<void> {
  const [pair, ...wide] = limits;
  if (pair) await forgetHits(pair.key(email, address));
  for (const { key } of wide) await takeHitBack(key(email, address), WINDOW_SECONDS);
}

function tooMany(secondsLeft: number): RateLimited {
  return new RateLimited(secondsLeft, "יותר מדי ניסיונות התחברות. אפשר לנסות שוב בעוד כמה דקות");
}
