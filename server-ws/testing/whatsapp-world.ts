/** A process that looks after paired phones, over sockets of the test. */
import * as client from "@whiskeysockets/baileys";
import type { Context } from "#lib/context.ts";
import { log } from "#lib/log.ts";
import { connectWhatsapp } from "#lib/whatsapp/connect.ts";
import { getWhatsapp } from "#lib/whatsapp/get-whatsapp.ts";
import { takeHold } from "#lib/whatsapp/hold.ts";
import type { TestWorld } from "#simulators/whatsapp-web/testing/world.ts";
import { Pace } from "../whatsapp/pace.ts";
import { Session } from "../whatsapp/session.ts";
import { fakeSockets } from "./fake-client-socket.ts";

/** Looks at something again and again until it is so. Throws when it is not in time. */
export async function until<T>(look: () => Promise<T | null | undefined | false>, withinMs = 10_000): Promise<T> {
  for (const end = Date.now() + withinMs; Date.now() < end; ) {
    const found = await look();
    if (found !== null && found !== undefined && found !== false) return found;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error("it did not become so in time");
}

/** Resolves when the phone of this number has scanned the picture that the owner sees, and is connected. */
export async function scanned({ door }: TestWorld, owner: Context, number: string): Promise<void> {
  await until(async () => {
    const { state, qr } = await getWhatsapp(owner);
    if (state === "SCAN_QR_CODE" && qr !== null) await door(`/phones/${number}/scan`, { qr }).catch(() => {});
    return state === "WORKING";
  }, 20_000);
}

/** The session that this person of a business wants, and its first socket. */
export async function begunSession(owner: Context, wish: Parameters<typeof connectWhatsapp>[1] = {}) {
  await connectWhatsapp(owner, wish);
  const held = await heldSession(owner.businessId);
  return { ...held, socket: await held.sockets.next() };
}

/** One that is paired, was restarted as WhatsApp asks for, and is open. */
export async function workingSession(owner: Context, number: string) {
  const { socket: first, sockets, ...rest } = await begunSession(owner);
  first.pair(number);
  const socket = await sockets.next();
  socket.open();
  await until(async () => (await getWhatsapp(owner)).state === "WORKING");
  return { socket, sockets, ...rest };
}

/** A session of this business, held by a process of its own; `ended` resolves when it is over there. */
export async function heldSession(businessId: string) {
  const held = await takeHold(businessId, crypto.randomUUID());
  if (held === null) throw new Error("somebody else holds the session");
  const sockets = fakeSockets();
  const ended = Promise.withResolvers<void>();
  const session = new Session(held, {
    ...{ client, openSocket: sockets.open, log: log(), onEnd: ended.resolve },
    currentVersion: async () => [2, 3000, 42],
    pace: new Pace({ burst: 1000, perMinute: 1000, jitterMs: 0, now: Date.now, chance: () => 0 }),
  });
  return { session, held, sockets, ended: ended.promise };
}
