import { randomBytes } from "node:crypto";
import type { Account } from "./accounts/account.ts";
import type { Companion, UploadedKeys } from "./accounts/companion.ts";
import { pairSuccess, signedBack, type Voucher, vouchFor } from "./accounts/linking.ts";
import { LinkCode } from "./link-code.ts";
import type { BinaryNode } from "./wire/baileys.ts";
import { type Arrival, type Connection, isPing } from "./wire/connection.ts";
import { childOf, errorOf, FROM_SERVER, node, resultOf } from "./wire/nodes.ts";
import type { UnpairedClient, World } from "./world.ts";

/** Why a phone could not be linked; the text is for whoever stands at the door. */
export class CannotLink extends Error {}

const REFS = 6;

/** A client without an account: it shows QR codes until a phone scans one, or a code that is typed on the phone. */
export class Registration implements UnpairedClient {
  readonly #world: World;
  readonly #connection: Connection;
  readonly #noiseKey: Buffer;
  readonly #keys: UploadedKeys;
  readonly #refs = Array.from({ length: REFS }, () => `2@${randomBytes(48).toString("base64")}`);
  readonly #beganAt = Date.now();
  readonly #expiry: NodeJS.Timeout;
  #linkCode: LinkCode | undefined;
  #linked: { account: Account; companion: Companion; voucher: Voucher } | undefined;

  constructor(world: World, { connection, clientStatic }: Arrival, keys: UploadedKeys) {
    this.#world = world;
    this.#connection = connection;
    this.#noiseKey = clientStatic;
    this.#keys = keys;
    world.registrations.add(this);
    connection.handOver({
      received: (received) => this.#receive(received),
      closed: () => this.#closed(),
    });
    const refs = this.#refs.map((ref) => node("ref", {}, Buffer.from(ref)));
    connection.send(
      node("iq", { from: FROM_SERVER, type: "set", id: world.nextId(), xmlns: "md" }, [node("pair-device", {}, refs)]),
    );
    // The client gives up by itself when its last QR is over; one that does not is sent away soon after.
    const { qrFirstMs, qrNextMs } = world.settings;
    this.#expiry = setTimeout(() => connection.end(), qrFirstMs + qrNextMs * REFS);
  }

  get connection(): Connection {
    return this.#connection;
  }

  /** Whether the client has asked for a code to type on this number's phone. */
  showsCodeFor(account: Account): boolean {
    return this.#linkCode?.user === account.user;
  }

  owns(ref: string): boolean {
    return this.#refs.includes(ref);
  }

  /**
   * A phone has scanned the QR: `ref`, and the client's keys and secret in base64.
   * @throws CannotLink when the QR is over or is not this client's.
   */
  scanned(account: Account, qr: { ref: string; noiseKey: string; identity: string; advSecret: string }): void {
    const { qrFirstMs, qrNextMs } = this.#world.settings;
    const age = Date.now() - this.#beganAt;
    if (age > qrFirstMs + qrNextMs * this.#refs.indexOf(qr.ref)) throw new CannotLink("this QR is over");
    if (qr.noiseKey !== this.#noiseKey.toString("base64"))
      throw new CannotLink("the QR's noise key is another client's");
    if (qr.identity !== this.#keys.identity.toString("base64"))
      throw new CannotLink("the QR's identity key is another client's");
    this.#link(account, Buffer.from(qr.advSecret, "base64"));
  }

  /**
   * Somebody typed the code on the phone. The client answers it, and is linked when both have used the same code.
   * @throws CannotLink when the client has asked for none.
   */
  codeTyped(account: Account, code: string): void {
    if (!this.#linkCode) throw new CannotLink("no client shows a code for this number");
    this.#connection.send(this.#linkCode.typed(account.phone.identity, code, this.#world.nextId()));
  }

  #link(account: Account, advSecret: Buffer): void {
    if (this.#linked) throw new CannotLink("this client is being linked already");
    const companion = account.link(this.#noiseKey, this.#keys);
    const voucher = vouchFor(this.#world.wa, account, companion);
    this.#linked = { account, companion, voucher };
    this.#connection.send(pairSuccess(this.#world.wa, { ...this.#linked, advSecret }, this.#world.nextId()));
  }

  #receive(received: BinaryNode): void {
    this.#world.record("unpaired", received);
    if (received.tag !== "iq") return;
    const linkCode = childOf(received, "link_code_companion_reg");
    if (childOf(received, "pair-device-sign")) this.#signed(received);
    else if (isPing(received)) this.#connection.send(resultOf(received));
    else if (linkCode) this.#exchangeCode(received, linkCode);
    else if (received.attrs.type !== "result") this.#connection.send(errorOf(received, 501, "feature-not-implemented"));
  }

  /** The client accepted: it has to come again, as a device of the account. */
  #signed(reply: BinaryNode): void {
    if (!this.#linked) return;
    const { account, companion, voucher } = this.#linked;
    if (signedBack(this.#world.wa, reply, companion, voucher)) {
      this.#connection.end(node("stream:error", { code: "515" }));
    } else {
      account.unlink(companion);
      this.#connection.end(node("stream:error", { code: "401" }, [node("conflict", { type: "device_removed" })]));
    }
  }

  #exchangeCode(iq: BinaryNode, request: BinaryNode): void {
    if (request.attrs.stage === "companion_hello") {
      this.#linkCode = new LinkCode(request);
      this.#connection.send(resultOf(iq, [this.#linkCode.answer()]));
      return;
    }
    const account = this.#linkCode && this.#world.accounts.of(`+${this.#linkCode.user}`);
    const advSecret = account && this.#linkCode?.finished(request, account.phone.identity, this.#keys.identity);
    if (!account || !advSecret) {
      this.#connection.send(errorOf(iq, 400, "bad-request"));
      return;
    }
    this.#connection.send(resultOf(iq));
    this.#link(account, advSecret);
  }

  #closed(): void {
    clearTimeout(this.#expiry);
    this.#world.registrations.delete(this);
  }
}
