import { afterEach, beforeEach, expect, it } from "vitest";
import { closeCode } from "./testing/client.ts";
import { BUSINESS, startTestWorld, type TestWorld } from "./testing/world.ts";

let world: TestWorld;
beforeEach(async () => {
  world = await startTestWorld();
});
afterEach(() => world.close());

it("pairs by a QR: the client is told to come again, logs in, and stays", async () => {
  const first = await world.connect();
  const { qr } = await first.saw("connection.update", (update) => update.qr !== undefined);
  await world.door(`/phones/${BUSINESS}/scan`, { qr });
  const closed = await first.saw("connection.update", (update) => update.connection === "close");
  expect(closeCode(closed)).toBe(515);
  expect(first.auth.creds.me?.id).toBe("972555000000:1@s.whatsapp.net");

  const client = await world.connect(first.auth);
  await client.saw("connection.update", (update) => update.connection === "open");
  await client.saw("connection.update", (update) => update.receivedPendingNotifications === true);
  const phone = await world.door<{ devices: unknown[] }>(`/phones/${BUSINESS}`);
  expect(phone.devices).toEqual([expect.objectContaining({ id: 1, connected: true, dead: null })]);
});
