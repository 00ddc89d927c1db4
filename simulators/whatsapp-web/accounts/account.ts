import { jid, lidOf } from "../wire/jids.ts";
import { SERVER } from "../wire/nodes.ts";
import { Companion, type UploadedKeys } from "./companion.ts";
import type { Phone } from "./phone.ts";

/** The codes with which the server refuses a login (a `failure` node). */
export const REFUSALS = [401, 402, 403, 405, 406, 500, 503] as const;
export type Refusal = (typeof REFUSALS)[number];

/** Somebody on WhatsApp: a number, the phone it is registered on, and the devices linked to that. */
export class Account {
  /** E.164. */
  readonly number: string;
  readonly user: string;
  readonly lidUser: string;
  readonly phone: Phone;
  readonly companions = new Map<number, Companion>();
  isOnWhatsApp = true;
  /** Whether WhatsApp lets it answer people only, and no longer write to those who never wrote to it (463). */
  isRestricted = false;
  /** How the next logins are refused; `times` left, undefined without end. */
  refusal: { code: Refusal; times: number | undefined } | undefined;
  #lastDevice = 0;

  constructor(number: string, phone: Phone) {
    this.number = number;
    this.user = number.slice(1);
    this.lidUser = lidOf(this.user);
    this.phone = phone;
  }

  /** The address of one of its devices, by number or by LID. */
  address(addressing: "pn" | "lid", device = 0): string {
    return addressing === "lid" ? jid(this.lidUser, "lid", device) : jid(this.user, SERVER, device);
  }

  link(noiseKey: Buffer, keys: UploadedKeys): Companion {
    this.#lastDevice += 1;
    const companion = new Companion(this.#lastDevice, noiseKey, keys);
    this.companions.set(companion.id, companion);
    return companion;
  }

  unlink(companion: Companion): void {
    this.companions.delete(companion.id);
  }

  /** The refusal that the login now arriving meets, counted as used. */
  takeRefusal(): Refusal | undefined {
    const { refusal } = this;
    if (refusal?.times !== undefined) {
      refusal.times -= 1;
      if (refusal.times <= 0) this.refusal = undefined;
    }
    return refusal?.code;
  }
}
