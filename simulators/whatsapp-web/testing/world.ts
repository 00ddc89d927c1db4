import type { AuthenticationState } from "@whiskeysockets/baileys";
import { expect } from "vitest";
import { startWhatsAppWeb, type WhatsAppWeb, type WhatsAppWebOptions } from "../index.ts";
import { newAuth, startClient, type TestClient } from "./client.ts";

export const BUSINESS = "+972555000000";
export const CUSTOMER = "+972501234567";

/** Looks again and again: what is asked over HTTP has no event to wait for. */
export function eventually<T>(look: () => T) {
  return expect.poll(look, { timeout: 10_000 });
}

export interface TestWorld {
  web: WhatsAppWeb;
  /** A question to the door, answered with JSON; throws what it refuses. */
  door<T = Record<string, unknown>>(path: string, body?: unknown): Promise<T>;
  connect(auth?: AuthenticationState, config?: Parameters<typeof startClient>[2]): Promise<TestClient>;
  /** A client that was paired with the business's (or another) phone, and is logged in. */
  paired(config?: Parameters<typeof startClient>[2], number?: string): Promise<TestClient>;
  close(): Promise<void>;
}

export async function startTestWorld(options: WhatsAppWebOptions = {}): Promise<TestWorld> {
  const web = await startWhatsAppWeb(options);
  const clients: TestClient[] = [];
  const world: TestWorld = {
    web,
    door: async (path, body) => {
      const init = body === undefined ? {} : { method: "POST", body: JSON.stringify(body) };
      const response = await fetch(`${web.doorUrl}/_sim${path}`, init);
      const answer = await response.json();
      if (!response.ok) throw new Error(answer.error);
      return answer;
    },
    connect: async (auth, config) => {
      const client = await startClient(web, auth ?? (await newAuth()), config);
      clients.push(client);
      return client;
    },
    paired: async (config, number = BUSINESS) => {
      const first = await world.connect(undefined, config);
      const { qr } = await first.saw("connection.update", (update) => update.qr !== undefined);
      await world.door(`/phones/${number}/scan`, { qr });
      await first.saw("connection.update", (update) => update.connection === "close");
      const client = await world.connect(first.auth, config);
      await client.saw("connection.update", (update) => update.connection === "open");
      // The phone's history has come: from now on events are not held back.
      await client.saw("creds.update", ({ accountSyncCounter = 0 }) => accountSyncCounter > 0);
      return client;
    },
    close: async () => {
      for (const client of clients) await client.close();
      await web.close();
    },
  };
  return world;
}
