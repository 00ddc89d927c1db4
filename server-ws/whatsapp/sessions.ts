/** The paired phones that this process looks after: takes what nobody holds, within seconds. */
import { randomUUID } from "node:crypto";
import type { Env } from "#lib/config/env.ts";
import { unheldWhatsapp } from "#lib/db/system.ts";
import type { Log } from "#lib/log.ts";
import { endSession, type Hold, takeHold, type Wish } from "#lib/whatsapp/hold.ts";
import { listenForNews } from "../events/listener.ts";
import { type Baileys, loadClient } from "./client.ts";
import { type OpenSocket, openSocketWith } from "./open-socket.ts";
import { Session } from "./session.ts";
import { currentWebVersion } from "./web-version.ts";

interface SessionsOptions {
  log: Log;
  loadClient(): Promise<Baileys | null>;
  openSocketWith(client: Baileys): OpenSocket;
  currentVersion(): ReturnType<typeof currentWebVersion>;
}

const LOOK_EVERY_MS = 3_000;
const NEWS_AFTER_MS = 300;

export class Sessions {
  readonly #options: SessionsOptions;
  /** What a hold is written for: this process, and no later one. */
  readonly #owner = randomUUID();
  readonly #sessions = new Map<string, Session>();
  #client: Promise<Baileys | null> | undefined;
  #timer: NodeJS.Timeout | undefined;
  #news: NodeJS.Timeout | undefined;
  #looking = false;
  #closed = false;

  constructor(options: SessionsOptions) {
    this.#options = options;
  }

  start(): void {
    this.#timer = setInterval(() => void this.#look(), LOOK_EVERY_MS);
    void this.#look();
  }

  /** Something happened in this business. */
  onNews(businessId: string): void {
    const session = this.#sessions.get(businessId);
    if (session) session.look();
    // It may be the wish to have one.
    else
      this.#news ??= setTimeout(() => {
        this.#news = undefined;
        void this.#look();
      }, NEWS_AFTER_MS);
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearInterval(this.#timer);
    clearTimeout(this.#news);
    await Promise.allSettled([...this.#sessions.values()].map((session) => session.close()));
  }

  async #look(): Promise<void> {
    if (this.#looking || this.#closed) return;
    this.#looking = true;
    try {
      for (const businessId of await unheldWhatsapp()) {
        if (this.#sessions.has(businessId)) continue;
        const held = await takeHold(businessId, this.#owner);
        if (held !== null) await this.#begin(held);
      }
    } catch (error) {
      this.#options.log.warn({ err: error }, "paired phones could not be looked for");
    } finally {
      this.#looking = false;
    }
  }

  async #begin(held: Hold & Wish): Promise<void> {
    const { log, openSocketWith: openWith, currentVersion } = this.#options;
    this.#client ??= this.#options.loadClient();
    const client = await this.#client;
    if (client === null) {
      await endSession(held, { state: "FAILED", reason: "not_installed", alert: null });
      return;
    }
    const { businessId } = held.ctx;
    const onEnd = () => void this.#sessions.delete(businessId);
    const parts = { client, openSocket: openWith(client), currentVersion, log, onEnd };
    this.#sessions.set(businessId, new Session(held, parts));
  }
}

/** Starts looking after paired phones. */
export async function startWhatsapp(config: Env, log: Log): Promise<{ close(): Promise<void> }> {
  const { WHATSAPP_WEB_URL: webUrl, WHATSAPP_WEB_PUBLIC_KEY: publicKey, DATABASE_APP_URL: databaseUrl } = config;
  if (!databaseUrl) throw new Error("DATABASE_APP_URL is not set");
  const sessions = new Sessions({
    log,
    loadClient: () => loadClient(publicKey, log),
    openSocketWith: (client) => openSocketWith(client, webUrl, log),
    currentVersion: () => currentWebVersion(webUrl),
  });
  const listener = await listenForNews({
    ...{ databaseUrl, log },
    onNews: (businessId) => sessions.onNews(businessId),
    // Whatever was missed is looked for by itself.
    onResume: () => {},
    onPresence: () => {},
  });
  sessions.start();
  return {
    async close() {
      await listener.close();
      await sessions.close();
    },
  };
}
