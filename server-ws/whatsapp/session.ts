/**
 * One paired phone, while this process holds it: connects, shows what pairs it, reacts to every way in which it closes,
 * and ends when a person wants it to, when WhatsApp does, or when the hold is lost.
 */
import type { CacheStore, WAVersion } from "@whiskeysockets/baileys";
import type { Log } from "#lib/log.ts";
import { forgetDevice } from "#lib/whatsapp/device.ts";
import {
  endSession,
  HOLD_MS,
  type Hold,
  HoldLost,
  letGo,
  renewHold,
  tellState,
  type Wish,
} from "#lib/whatsapp/hold.ts";
import type { SessionReason } from "#lib/whatsapp/schemas.ts";
import { Connection, type ConnectionParts } from "./connection.ts";
import { Pace } from "./pace.ts";
import { type Reaction, reactionTo } from "./reaction.ts";

export interface SessionParts extends Pick<ConnectionParts, "client" | "openSocket" | "log"> {
  /** The version that WhatsApp Web has now; null when nobody knows. */
  currentVersion(): Promise<WAVersion | null>;
  /** It is over here: somebody may take it again, or nobody wants it. */
  onEnd(): void;
  pace?: Pace;
}

const RENEW_EVERY_MS = 4_000;
/** So long before the hold ends by itself we stop: clocks and pauses are never exact. */
const MARGIN_MS = 3_000;
/** A person's wish and news of messages are looked at at most so often. */
const LOOK_AFTER_MS = 250;
/** Neither open nor anything to scan for so long: the socket is stuck. */
const STUCK_MS = 90_000;
/** Open for so long, it has worked: earlier failures do not count. */
const WORKED_MS = 30_000;
const STUCK_CODE = 428;
/** So many tries in a row without success, and the staff are told why they wait. */
const TOLD_AFTER = 4;

/** What the staff find among their tasks. */
const ALERTS: Partial<Record<SessionReason, string>> = {
  logged_out: "ה־WhatsApp של העסק נותק בטלפון: צריך לחבר אותו מחדש בהגדרות",
  forbidden: "WhatsApp חסם את המספר של העסק",
  replaced: "ה־WhatsApp של העסק חובר במקום אחר, וכאן הוא מנותק",
  pair_again: "ה־WhatsApp של העסק התנתק: צריך לצמד את הטלפון מחדש בהגדרות",
  outdated: "WhatsApp לא מקבל את הגרסה שהמוקד מתחבר איתה",
};

/** A person writes a few lines at once, and then about one every three seconds. */
const usualPace = () =>
  new Pace({ burst: 5, perMinute: 20, jitterMs: 800, now: () => performance.now(), chance: Math.random });

export class Session {
  readonly #hold: Hold;
  readonly #parts: SessionParts;
  readonly #pace: Pace;
  readonly #retries: CacheStore = memory();
  readonly #log: Log;
  #wish: Wish;
  #connection: Connection | undefined;
  /** Whether something to scan was shown on this connection. */
  #shown = false;
  #failures = 0;
  #openSince: number | undefined;
  #version: WAVersion | null = null;
  #renewedAt = Date.now();
  #renewing = false;
  readonly #renewal: NodeJS.Timeout;
  #looking: NodeJS.Timeout | undefined;
  #next: NodeJS.Timeout | undefined;
  /** One thing after the other. */
  #turn = Promise.resolve();
  #ended = false;

  constructor(held: Hold & Wish, parts: SessionParts) {
    this.#hold = { ctx: held.ctx, owner: held.owner, epoch: held.epoch };
    this.#wish = held;
    this.#parts = parts;
    this.#pace = parts.pace ?? usualPace();
    this.#log = parts.log.child({ business_id: held.ctx.businessId, epoch: held.epoch });
    this.#renewal = setInterval(() => void this.#renew(), RENEW_EVERY_MS);
    this.#step(() => this.#begin());
  }

  /** There is news of this business. */
  look(): void {
    if (this.#ended) return;
    this.#looking ??= setTimeout(() => {
      this.#looking = undefined;
      void this.#renew();
      this.#connection?.look();
    }, LOOK_AFTER_MS);
  }

  /** Lets everything under way be kept, and the next one take over at once. */
  async close(): Promise<void> {
    if (this.#ended) return;
    this.#end();
    await this.#turn;
    await this.#connection?.close();
    await letGo(this.#hold);
  }

  async #begin(): Promise<void> {
    clearTimeout(this.#next);
    const { forget, wanted } = this.#wish;
    if (forget) await this.#connection?.logOut();
    await this.#connection?.close();
    this.#connection = undefined;
    if (forget) await forgetDevice(this.#hold);
    if (!wanted) {
      await endSession(this.#hold, { state: "STOPPED", alert: null });
      return this.#over();
    }
    this.#failures = 0;
    await this.#connect();
  }

  async #connect(): Promise<void> {
    const reason = this.#failures >= TOLD_AFTER ? "unreachable" : null;
    await tellState(this.#hold, { state: "STARTING", reason });
    this.#shown = false;
    this.#openSince = undefined;
    const { client, openSocket } = this.#parts;
    const connection = await Connection.open({
      ...{ client, openSocket, hold: this.#hold, version: this.#version, retries: this.#retries, pace: this.#pace },
      log: this.#log,
      onQr: (qr) => this.#step(() => this.#show(connection, qr)),
      onOpen: (number) => this.#step(() => this.#opened(number)),
      onClose: (code) => this.#step(() => this.#closed(connection, code)),
      onTrouble: (error) => this.#trouble(error),
    });
    this.#connection = connection;
    this.#after(STUCK_MS, async () => {
      this.#log.warn("a WhatsApp connection neither opens nor fails");
      connection.kill();
      await this.#closed(connection, STUCK_CODE);
    });
  }

  async #show(connection: Connection, qr: string): Promise<void> {
    clearTimeout(this.#next);
    const { pairPhone } = this.#wish;
    if (pairPhone === null) await tellState(this.#hold, { state: "SCAN_QR_CODE", qr });
    // One code for the life of a socket: another would make the first one void while it is being typed.
    else if (!this.#shown)
      await tellState(this.#hold, { state: "SCAN_QR_CODE", pairingCode: await connection.pairingCode(pairPhone) });
    this.#shown = true;
  }

  async #opened(number: string | null): Promise<void> {
    clearTimeout(this.#next);
    this.#openSince = Date.now();
    this.#log.info("a phone is connected to WhatsApp");
    await tellState(this.#hold, { state: "WORKING", ...(number === null ? {} : { number }) });
  }

  async #closed(connection: Connection, code: number): Promise<void> {
    if (connection !== this.#connection) return;
    await connection.close();
    this.#connection = undefined;
    const worked = this.#openSince !== undefined && Date.now() - this.#openSince >= WORKED_MS;
    this.#failures = worked ? 1 : this.#failures + 1;
    const closed = { code, paired: connection.paired, shown: this.#shown, failures: this.#failures };
    const reaction = reactionTo(closed, Math.random());
    this.#log.info({ code, failures: this.#failures, reaction: reaction.kind }, "a WhatsApp connection closed");
    await (reaction.kind === "stop" ? this.#stop(reaction, code) : this.#again(reaction, code));
  }

  async #stop({ state, reason, forget, alert }: Reaction & { kind: "stop" }, closeCode: number): Promise<void> {
    if (forget) await forgetDevice(this.#hold);
    await endSession(this.#hold, { state, reason, closeCode, alert: alert ? (ALERTS[reason] ?? null) : null });
    this.#over();
  }

  async #again({ delayMs, refreshVersion }: Reaction & { kind: "reconnect" }, closeCode: number): Promise<void> {
    // A restart that was asked for is no failure.
    if (delayMs === 0) this.#failures -= 1;
    if (refreshVersion) this.#version = (await this.#parts.currentVersion()) ?? this.#version;
    await tellState(this.#hold, { state: "STARTING", closeCode });
    this.#after(delayMs, () => this.#connect());
  }

  async #renew(): Promise<void> {
    // A database that is away may leave us waiting: the hold ends all the same.
    if (Date.now() - this.#renewedAt > HOLD_MS - MARGIN_MS) return this.#trouble(new HoldLost());
    if (this.#renewing || this.#ended) return;
    this.#renewing = true;
    const askedAt = Date.now();
    try {
      const wish = await renewHold(this.#hold);
      if (this.#ended) return;
      if (wish === null) return this.#trouble(new HoldLost());
      this.#renewedAt = askedAt;
      if (wish.wish === this.#wish.wish) return;
      this.#wish = wish;
      this.#step(() => this.#begin());
    } catch (error) {
      this.#log.warn({ err: error }, "the hold of a WhatsApp session could not be renewed");
    } finally {
      this.#renewing = false;
    }
  }

  #step(work: () => Promise<void>): void {
    this.#turn = this.#turn
      .then(() => (this.#ended ? undefined : work()))
      .catch((error: unknown) => this.#trouble(error));
  }

  #after(delayMs: number, work: () => Promise<void>): void {
    clearTimeout(this.#next);
    this.#next = setTimeout(() => this.#step(work), delayMs);
  }

  /** Whatever went wrong: nothing more is done here, and somebody begins anew from what is kept. */
  #trouble(error: unknown): void {
    if (this.#ended) return;
    this.#log.warn({ err: error }, "a WhatsApp session is given up here");
    this.#connection?.kill();
    this.#over();
    if (!(error instanceof HoldLost)) letGo(this.#hold).catch(() => {});
  }

  #over(): void {
    this.#end();
    this.#parts.onEnd();
  }

  #end(): void {
    this.#ended = true;
    clearInterval(this.#renewal);
    clearTimeout(this.#looking);
    clearTimeout(this.#next);
  }
}

/** How often each message was asked for again: few, and of no worth once the process ends. */
function memory(): CacheStore {
  const kept = new Map<string, unknown>();
  return {
    get: <T>(key: string) => kept.get(key) as T | undefined,
    set: (key, value) => void kept.set(key, value),
    del: (key) => void kept.delete(key),
    flushAll: () => kept.clear(),
  };
}
