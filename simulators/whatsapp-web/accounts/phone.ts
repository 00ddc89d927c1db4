import type { SignalRepositoryWithLIDStore } from "@whiskeysockets/baileys";
import { Inbox } from "../messages/inbox.ts";
import { type Baileys, type proto, silentLogger } from "../wire/baileys.ts";
import type { UploadedKeys } from "./companion.ts";
import { type Habits, usualHabits } from "./habits.ts";
import { memoryKeys } from "./memory-keys.ts";

export interface Sealed {
  type: "pkmsg" | "msg";
  ciphertext: Uint8Array;
}

/** A simulated phone: device 0 of its account, with its own Signal keys and sessions, and what was written on it. */
export class Phone {
  readonly creds: ReturnType<Baileys["initAuthCreds"]>;
  readonly habits: Habits = usualHabits();
  readonly inbox = new Inbox();
  readonly #wa: Baileys;
  readonly #keys = memoryKeys();
  readonly #signal: SignalRepositoryWithLIDStore;
  /** What has come while the phone was switched off. */
  readonly #waiting: (() => void)[] = [];
  #work: Promise<void> = Promise.resolve();
  #lastPreKey = 0;

  constructor(wa: Baileys) {
    this.#wa = wa;
    this.creds = wa.initAuthCreds();
    const keys = wa.addTransactionCapability(this.#keys, silentLogger, { maxCommitRetries: 1, delayBetweenTriesMs: 0 });
    this.#signal = wa.DEFAULT_CONNECTION_CONFIG.makeSignalRepository({ creds: this.creds, keys }, silentLogger);
  }

  get identity(): { publicKey: Buffer; privateKey: Buffer } {
    const { public: publicKey, private: privateKey } = this.creds.signedIdentityKey;
    return { publicKey: Buffer.from(publicKey), privateKey: Buffer.from(privateKey) };
  }

  /** Its public keys for somebody who writes to it for the first time, with a prekey of their own. */
  takeKeys(): UploadedKeys {
    this.#lastPreKey += 1;
    const preKey = this.#wa.Curve.generateKeyPair();
    void this.#keys.set({ "pre-key": { [this.#lastPreKey]: preKey } });
    const { registrationId, signedPreKey } = this.creds;
    return {
      registrationId,
      identity: this.identity.publicKey,
      signedPreKey: {
        id: signedPreKey.keyId,
        key: Buffer.from(signedPreKey.keyPair.public),
        signature: Buffer.from(signedPreKey.signature),
      },
      preKeys: new Map([[this.#lastPreKey, Buffer.from(preKey.public)]]),
    };
  }

  /** Does one thing after the other. What others send waits while the phone is switched off. Resolves when it is done. */
  work(task: () => Promise<void>): Promise<void> {
    if (!this.habits.online)
      return new Promise((resolve, reject) => {
        this.#waiting.push(() => void this.work(task).then(resolve, reject));
      });
    const done = this.#work.then(task);
    this.#work = done.catch(() => {});
    return done;
  }

  /** Sets how the phone behaves. When it is switched on, it works through what has come meanwhile. */
  behave(habits: Partial<Habits>): void {
    Object.assign(this.habits, habits);
    if (this.habits.online) for (const begin of this.#waiting.splice(0)) begin();
  }

  /** Encrypts for a device; `takeKeys` gives its keys when the phone has never written to it. */
  async seal(device: string, message: proto.IMessage, takeKeys: () => UploadedKeys): Promise<Sealed> {
    const { exists } = await this.#signal.validateSession(device);
    if (!exists) await this.startSession(device, takeKeys());
    return this.#signal.encryptMessage({ jid: device, data: this.#wa.encodeWAMessage(message) });
  }

  /** Begins to write to a device anew. */
  async startSession(device: string, keys: UploadedKeys): Promise<void> {
    const point = (key: Uint8Array) => this.#wa.generateSignalPubKey(key);
    const { id, key, signature } = keys.signedPreKey;
    const [preKey] = [...keys.preKeys].map(([keyId, value]) => ({ keyId, publicKey: point(value) }));
    await this.#signal.injectE2ESession({
      jid: device,
      session: {
        registrationId: keys.registrationId,
        identityKey: point(keys.identity),
        signedPreKey: { keyId: id, publicKey: point(key), signature },
        ...(preKey ? { preKey } : {}),
      },
    });
  }

  /** Reads what a device has encrypted for this phone. Rejects when it cannot be read. */
  async unseal(device: string, { type, ciphertext }: Sealed): Promise<proto.Message> {
    return this.#decode(await this.#signal.decryptMessage({ jid: device, type, ciphertext }));
  }

  /** Encrypts for everybody in a group at once; the key is for those who do not have it yet. */
  sealForGroup(group: string, self: string, message: proto.IMessage) {
    return this.#signal.encryptGroupMessage({ group, meId: self, data: this.#wa.encodeWAMessage(message) });
  }

  /** Keeps the key with which a device writes to a group. */
  learnGroupKey(device: string, item: proto.Message.ISenderKeyDistributionMessage): Promise<void> {
    return this.#signal.processSenderKeyDistributionMessage({ authorJid: device, item });
  }

  /** Reads what a device wrote to a group. Rejects without its key. */
  async unsealFromGroup(group: string, device: string, ciphertext: Uint8Array): Promise<proto.Message> {
    return this.#decode(await this.#signal.decryptGroupMessage({ group, authorJid: device, msg: ciphertext }));
  }

  /** Forgets all sessions, as after a new installation: what was encrypted with them cannot be read any more. */
  forgetSessions(): void {
    this.#keys.forget("session");
  }

  close(): void {
    this.#signal.close?.();
  }

  #decode(padded: Uint8Array): proto.Message {
    return this.#wa.proto.Message.decode(this.#wa.unpadRandomMax16(padded));
  }
}
