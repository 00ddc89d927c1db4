import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { CLOSE_CODES } from "./closing.ts";
import { closeCode, type TestClient } from "./testing/client.ts";
import { BUSINESS, startTestWorld, type TestWorld } from "./testing/world.ts";

let world: TestWorld;
beforeEach(async () => {
  world = await startTestWorld();
});
afterEach(() => world.close());

const closed = async (client: TestClient) =>
  closeCode(await client.saw("connection.update", ({ connection }) => connection === "close"));
const opened = (client: TestClient) => client.saw("connection.update", ({ connection }) => connection === "open");

describe("a connection ends", () => {
  // 408 is what the client makes of silence, 5 s after the time of its own pings.
  it.for(CLOSE_CODES)("with %i", async (code) => {
    const client = await world.paired({ keepAliveIntervalMs: 100 });
    expect(await world.door(`/phones/${BUSINESS}/close`, { code })).toEqual({ closed: 1 });
    expect(await closed(client)).toBe(code);
  });

  it("while it shows a QR, too", async () => {
    const client = await world.connect();
    await client.saw("connection.update", ({ qr }) => qr !== undefined);
    await world.door("/close", { code: 503 });
    expect(await closed(client)).toBe(503);
  });

  it("with 440 when the same device logs in a second time", async () => {
    const first = await world.paired();
    const second = await world.connect(first.auth);
    await opened(second);
    expect(await closed(first)).toBe(440);
  });
});

describe("a login is refused", () => {
  it("with 401 after the phone has unlinked the device", async () => {
    const client = await world.paired();
    await world.door(`/phones/${BUSINESS}/close`, { code: 401 });
    await closed(client);
    expect(await closed(await world.connect(client.auth))).toBe(401);
  });

  it("with 401 after the client has logged out", async () => {
    const client = await world.paired();
    await client.socket.logout();
    expect(await closed(await world.connect(client.auth))).toBe(401);
  });

  it.for([403, 503] as const)("with %i as often as the door says", async (code) => {
    const { auth, close } = await world.paired();
    await close();
    await world.door(`/phones/${BUSINESS}/refuse`, { code, times: 1 });
    expect(await closed(await world.connect(auth))).toBe(code);
    await opened(await world.connect(auth));
  });

  it("with 405 when the client is too old", async () => {
    const { auth, close } = await world.paired();
    await close();
    await world.door("/settings", { minimumVersion: [2, 4000, 0] });
    expect(await closed(await world.connect(auth))).toBe(405);
    await opened(await world.connect(auth, { version: [2, 4000, 1] }));
  });
});

describe("a line that is dead", () => {
  it("answers its pings and nothing else", async () => {
    const client = await world.paired({ keepAliveIntervalMs: 100, defaultQueryTimeoutMs: 3000 });
    await world.door(`/phones/${BUSINESS}/dead`, { dead: "only_pings" });
    expect(await client.socket.onWhatsApp(BUSINESS)).toBeUndefined();
    expect(client.count("connection.update", ({ connection }) => connection === "close")).toBe(0);
    await world.door(`/phones/${BUSINESS}/dead`, { dead: null });
    expect(await client.socket.onWhatsApp(BUSINESS)).toHaveLength(1);
  });
});
