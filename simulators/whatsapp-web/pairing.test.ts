import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { closeCode, newAuth, startClient, type TestClient } from "./testing/client.ts";
import { BUSINESS, eventually, startTestWorld, type TestWorld } from "./testing/world.ts";
import { generateKeys } from "./wire/keys.ts";

let world: TestWorld;
beforeEach(async () => {
  world = await startTestWorld();
});
afterEach(() => world.close());

async function shownQr(client: TestClient): Promise<string> {
  const { qr } = await client.saw("connection.update", (update) => update.qr !== undefined);
  return qr ?? "";
}

const closed = async (client: TestClient) =>
  closeCode(await client.saw("connection.update", ({ connection }) => connection === "close"));

describe("the QR", () => {
  it("pairs: the client is told to come again, logs in, and stays", async () => {
    const first = await world.connect();
    await world.door(`/phones/${BUSINESS}/scan`, { qr: await shownQr(first) });
    expect(await closed(first)).toBe(515);
    expect(first.auth.creds.me?.id).toBe("972555000000:1@s.whatsapp.net");
    expect(first.auth.creds.me?.lid).toMatch(/^\d{15}:1@lid$/);

    const client = await world.connect(first.auth, { keepAliveIntervalMs: 200 });
    await client.saw("connection.update", ({ connection }) => connection === "open");
    await client.saw("connection.update", ({ receivedPendingNotifications }) => receivedPendingNotifications === true);
    const asked = async () => (await world.door<{ items: Asked[] }>("/requests")).items;
    await eventually(async () => (await asked()).filter(isPing).length).toBeGreaterThan(2);
    const phone = await world.door<{ devices: unknown[] }>(`/phones/${BUSINESS}`);
    expect(phone.devices).toEqual([expect.objectContaining({ id: 1, connected: true, preKeys: 811 })]);
  });

  it("has six turns; then the client gives up with 408", async () => {
    const client = await world.connect(undefined, { qrTimeout: 20 });
    expect(await closed(client)).toBe(408);
    expect(client.count("connection.update", ({ qr }) => qr !== undefined)).toBe(6);
  });

  it("is over after its time, for the phone, too", async () => {
    await world.door("/settings", { qrFirstMs: 1, qrNextMs: 60_000 });
    const client = await world.connect();
    const qr = await shownQr(client);
    await expect(world.door(`/phones/${BUSINESS}/scan`, { qr })).rejects.toThrow("this QR is over");
  });

  it("is no use with the keys of another client", async () => {
    const [one, other] = [await world.connect(), await world.connect()];
    const [ref] = (await shownQr(one)).split(",");
    const [, ...keys] = (await shownQr(other)).split(",");
    const qr = [ref, ...keys].join(",");
    await expect(world.door(`/phones/${BUSINESS}/scan`, { qr })).rejects.toThrow("another client's");
  });
});

describe("the code", () => {
  it("pairs when it is typed on the phone", async () => {
    const first = await world.connect();
    await shownQr(first);
    const code = await first.socket.requestPairingCode(BUSINESS.slice(1));
    await eventually(() => world.door(`/phones/${BUSINESS}/code`, { code }).catch(() => false)).toBeTruthy();
    expect(await closed(first)).toBe(515);
    const client = await world.connect(first.auth);
    await client.saw("connection.update", ({ connection }) => connection === "open");
  });

  it("does not pair when another one is typed", async () => {
    const client = await world.connect();
    await shownQr(client);
    await client.socket.requestPairingCode(BUSINESS.slice(1), "ABCDEFGH");
    await eventually(() =>
      world.door(`/phones/${BUSINESS}/code`, { code: "HGFEDCBA" }).catch(() => false),
    ).toBeTruthy();
    const refused = async () => (await world.door<{ items: Asked[] }>("/requests")).items.some(isFinish);
    await eventually(refused).toBe(true);
    expect(client.count("connection.update", ({ isNewLogin }) => isNewLogin === true)).toBe(0);
  });
});

// Known to fail at the serverHello of the Noise handshake: Baileys 7.0.0-rc14 reads its certificates, but its
// Curve.verify ignores what libsignal 6 returns, so that a chain of any root is good enough and clientFinish follows.
it.fails("a client that trusts another root does not go on after serverHello", async () => {
  const publicKey = generateKeys().publicKey.toString("hex");
  const client = await startClient({ ...world.web, publicKey }, await newAuth());
  const update = await client.saw(
    "connection.update",
    ({ connection, qr }) => connection === "close" || qr !== undefined,
  );
  await client.close();
  expect(update.lastDisconnect?.error?.message).toBe("noise intermediate certificate signature invalid");
});

interface Asked {
  step: string;
  detail: { attrs: Record<string, string>; children: string[] };
}
const isPing = ({ detail }: Asked) => detail.attrs.xmlns === "w:p";
const isFinish = ({ detail }: Asked) =>
  detail.attrs.xmlns === "md" && detail.children.includes("link_code_companion_reg");
