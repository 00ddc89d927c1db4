import { z } from "zod";
import { now, RequestLog } from "../common/http.ts";
import { Accounts } from "./accounts/accounts.ts";
import type { UploadedKeys } from "./accounts/companion.ts";
import type { MediaHost } from "./media/host.ts";
import { Groups } from "./messages/groups.ts";
import { GroupKeys, Sent } from "./messages/sent.ts";
import type { Registration } from "./registration.ts";
import type { Baileys, BinaryNode } from "./wire/baileys.ts";
import type { Jid } from "./wire/jids.ts";

export const settingsSchema = z.strictObject({
  /** How long the first QR can be scanned, and each after it. */
  qrFirstMs: z.number().int().positive(),
  qrNextMs: z.number().int().positive(),
  /** Clients older than this are refused with 405. */
  minimumVersion: z.tuple([z.number().int(), z.number().int(), z.number().int()]),
});
export type Settings = z.infer<typeof settingsSchema>;

/** WhatsApp as this simulator knows it: who there is, who waits to be paired, and what was asked. */
export class World {
  readonly wa: Baileys;
  readonly accounts: Accounts;
  /** Clients that show a QR or a pairing code. */
  readonly registrations = new Set<Registration>();
  readonly media: MediaHost;
  readonly groups = new Groups();
  readonly groupKeys = new GroupKeys();
  readonly sent = new Sent();
  readonly requests = new RequestLog();
  readonly settings: Settings = { qrFirstMs: 60_000, qrNextMs: 20_000, minimumVersion: [2, 3000, 0] };
  #ids = 0;

  constructor(wa: Baileys, media: MediaHost) {
    this.wa = wa;
    this.media = media;
    this.accounts = new Accounts(wa);
  }

  /** An id for something that the server sends. */
  nextId(): string {
    this.#ids += 1;
    return `sim-${this.#ids}`;
  }

  /** Notes what a client has sent, for the door. */
  record(from: string, { tag, attrs, content }: BinaryNode): void {
    const children = Array.isArray(content) ? content.map((child) => child.tag) : [];
    this.requests.record({ at: now(), step: tag, tookMs: 0, status: 0, detail: { from, attrs, children } });
  }

  /** The public keys of a device with one of its prekeys, which is used up; undefined when there is no such device. */
  takeKeys({ device, ...jid }: Jid): UploadedKeys | undefined {
    const account = this.accounts.at({ device, ...jid });
    if (!account?.isOnWhatsApp) return undefined;
    return device === 0 ? account.phone.takeKeys() : account.companions.get(device)?.takeKeys();
  }

  close(): void {
    for (const registration of this.registrations) registration.connection.cut();
    for (const { phone } of this.accounts.all()) phone.close();
  }
}
