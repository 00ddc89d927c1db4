import { z } from "zod";
import { now, RequestLog } from "../common/http.ts";
import type { Account } from "./accounts/account.ts";
import { Accounts } from "./accounts/accounts.ts";
import type { UploadedKeys } from "./accounts/companion.ts";
import type { MediaHost } from "./media/host.ts";
import { Groups } from "./messages/groups.ts";
import { GroupKeys, Sent } from "./messages/sent.ts";
import type { Baileys, BinaryNode } from "./wire/baileys.ts";
import type { Connection } from "./wire/connection.ts";
import type { Jid } from "./wire/jids.ts";

export const settingsSchema = z.strictObject({
  /** How long the first QR can be scanned, and each after it. */
  qrFirstMs: z.number().int().positive(),
  qrNextMs: z.number().int().positive(),
  /** Clients older than this are refused with 405. */
  minimumVersion: z.tuple([z.number().int(), z.number().int(), z.number().int()]),
});
export type Settings = z.infer<typeof settingsSchema>;

/** A client that shows a QR, or a code to type (registration.ts). What a phone cannot link throws CannotLink. */
export interface UnpairedClient {
  readonly connection: Connection;
  owns(ref: string): boolean;
  scanned(account: Account, qr: { ref: string; noiseKey: string; identity: string; advSecret: string }): void;
  showsCodeFor(account: Account): boolean;
  codeTyped(account: Account, code: string): void;
}

/** WhatsApp as this simulator knows it: who there is, who waits to be paired, and what was asked. */
export class World {
  readonly wa: Baileys;
  readonly accounts: Accounts;
  readonly registrations = new Set<UnpairedClient>();
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
