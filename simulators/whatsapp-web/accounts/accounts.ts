import type { Baileys } from "../wire/baileys.ts";
import type { Jid } from "../wire/jids.ts";
import { SERVER } from "../wire/nodes.ts";
import { Account } from "./account.ts";
import { Phone } from "./phone.ts";

/** Everybody there is. A number is on WhatsApp, with a phone that is switched on, unless the door has said otherwise. */
export class Accounts {
  readonly #wa: Baileys;
  readonly #byUser = new Map<string, Account>();
  readonly #byLid = new Map<string, Account>();

  constructor(wa: Baileys) {
    this.#wa = wa;
  }

  /** The account of an E.164 number, registered now if nobody has spoken of it before. */
  of(number: string): Account {
    const known = this.#byUser.get(number.slice(1));
    if (known) return known;
    const account = new Account(number, new Phone(this.#wa));
    this.#byUser.set(account.user, account);
    this.#byLid.set(account.lidUser, account);
    return account;
  }

  /** Whose address this is. A LID must have been told to somebody before. */
  at({ user, server }: Jid): Account | undefined {
    if (server === "lid") return this.#byLid.get(user);
    return server === SERVER && /^[1-9]\d{6,14}$/.test(user) ? this.of(`+${user}`) : undefined;
  }

  all(): Account[] {
    return [...this.#byUser.values()];
  }
}
