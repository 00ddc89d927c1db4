/** A person links a client to their phone: by its QR, or by typing the code that it shows. */
import type { Account } from "./accounts/account.ts";
import { CannotLink } from "./registration.ts";
import type { World } from "./world.ts";

/**
 * Scans what the client shows: a link to WhatsApp with `ref,noise key,identity key,secret` behind the `#`.
 * @throws CannotLink when it is no such QR, or an old one.
 */
export function scan(world: World, account: Account, qr: string): void {
  const [ref, noiseKey, identity, advSecret] = qr.slice(qr.indexOf("#") + 1).split(",");
  if (!ref || !noiseKey || !identity || !advSecret) throw new CannotLink("this is not a QR of WhatsApp");
  requireOnline(account);
  const registration = [...world.registrations].find((one) => one.owns(ref));
  if (!registration) throw new CannotLink("no client that is connected shows this QR");
  registration.scanned(account, { ref, noiseKey, identity, advSecret });
}

/**
 * Types the code of eight characters that the client shows for this number.
 * @throws CannotLink when no client waits for it.
 */
export function typeCode(world: World, account: Account, code: string): void {
  requireOnline(account);
  const registration = [...world.registrations].find((one) => one.showsCodeFor(account));
  if (!registration) throw new CannotLink("no client shows a code for this number");
  registration.codeTyped(account, code);
}

function requireOnline(account: Account): void {
  if (!account.phone.habits.online) throw new CannotLink("the phone is switched off");
}
