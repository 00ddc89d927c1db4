/** How a paired phone's session ends or comes back, by WhatsApp's code, and what it does when WhatsApp falls silent. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { type TestBusiness, testBusiness } from "#lib/testing/business.ts";
import { type TestDatabase, testDatabase } from "#lib/testing/database.ts";
import { chooseWhatsappProvider } from "#lib/whatsapp/choose-provider.ts";
import { getWhatsapp } from "#lib/whatsapp/get-whatsapp.ts";
import { takeHold } from "#lib/whatsapp/hold.ts";
import type { FakeClientSocket, fakeSockets } from "../testing/fake-client-socket.ts";
import { begunSession, workingSession } from "../testing/whatsapp-world.ts";
import type { Session } from "./session.ts";

const OURS = "+972501110000";

let database: TestDatabase;
let business: TestBusiness;
const running: Session[] = [];
beforeAll(async () => {
  database = await testDatabase();
});
beforeEach(async () => {
  business = await testBusiness();
  await chooseWhatsappProvider(business.as("owner"), { provider: "baileys" });
});
afterEach(async () => {
  vi.restoreAllMocks();
  vi.useRealTimers();
  await Promise.all(running.splice(0).map((session) => session.close()));
});
afterAll(() => database.drop());

const view = () => getWhatsapp(business.as("owner"));
const becomes = (expected: Partial<Awaited<ReturnType<typeof view>>>) =>
  vi.waitFor(async () => expect(await view()).toMatchObject(expected), { timeout: 10_000 });
const closeCode = async () =>
  (await database.owner`select close_code from whatsapp_session where business_id = ${business.id}`)[0]?.close_code;
const tasks = () => database.owner`select title from task where business_id = ${business.id}`;
const keys = () => database.owner`select 1 from whatsapp_key where business_id = ${business.id}`;

async function working() {
  const made = await workingSession(business.as("owner"), OURS);
  running.push(made.session);
  await made.socket.parts.auth.keys.set({ session: { "972521234567.0": Buffer.from("key") } });
  return made;
}

/** From now on the session's pauses pass when the test says so, and chance makes none of them shorter. */
function holdTime({ next }: ReturnType<typeof fakeSockets>) {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  vi.spyOn(Math, "random").mockReturnValue(0);
  const timers = vi.spyOn(globalThis, "setTimeout");
  /** The socket that comes after exactly this pause. */
  return async function comesAfter(pause: number): Promise<FakeClientSocket> {
    await vi.waitFor(() => expect(timers).toHaveBeenCalledWith(expect.any(Function), pause), {
      timeout: 10_000,
    });
    timers.mockClear();
    await vi.advanceTimersByTimeAsync(pause);
    return next();
  };
}

describe("a session that is over", () => {
  it.each([402, 403, 406])("%i: blocked: stopped, the staff are told, the pairing stays", async (code) => {
    const { socket, ended } = await working();
    socket.close(code);
    await ended;
    expect(await view()).toMatchObject({ state: "FAILED", reason: "forbidden", number: OURS });
    expect(await closeCode()).toBe(code);
    expect(await tasks()).toEqual([{ title: "WhatsApp חסם את המספר של העסק" }]);
    expect(await keys()).toHaveLength(1);
    // Nobody takes it up by himself.
    expect(await takeHold(business.id, crypto.randomUUID())).toBeNull();
  });

  it("411: the devices do not match: forgotten, to be paired anew, and the staff are told", async () => {
    const { socket, ended } = await working();
    socket.close(411);
    await ended;
    expect(await view()).toMatchObject({ state: "FAILED", reason: "pair_again", number: null });
    expect(await tasks()).toMatchObject([{ title: expect.stringContaining("לצמד את הטלפון מחדש") }]);
    expect(await keys()).toHaveLength(0);
    expect(await takeHold(business.id, crypto.randomUUID())).toBeNull();
    const again = await begunSession(business.as("owner"));
    running.push(again.session);
    expect(again.socket.parts.auth.creds.me).toBeUndefined();
  });

  it("500: tried four times more, then it is a person's to pair anew; the keys are kept", async () => {
    const { socket, sockets, ended } = await working();
    const comesAfter = holdTime(sockets);
    let open = socket;
    for (const pause of [1000, 2000, 4000, 8000]) {
      open.close(500);
      open = await comesAfter(pause);
      expect(await view()).toMatchObject({ state: "STARTING", number: OURS });
    }
    open.close(500);
    await ended;
    expect(await view()).toMatchObject({ state: "FAILED", reason: "pair_again", number: OURS });
    expect(await tasks()).toMatchObject([{ title: expect.stringContaining("לצמד את הטלפון מחדש") }]);
    expect(await keys()).toHaveLength(1);
  });
});

describe("a session that comes back", () => {
  it.each([428, 503])("%i: however often, with longer and longer pauses; the staff see why", async (code) => {
    const { socket, sockets } = await working();
    const comesAfter = holdTime(sockets);
    let open = socket;
    for (const pause of [1000, 2000, 4000, 8000, 16_000, 32_000, 60_000, 60_000]) {
      open.close(code);
      open = await comesAfter(pause);
      expect(await view()).toMatchObject({ state: "STARTING", number: OURS });
      expect(await closeCode()).toBe(code);
    }
    await becomes({ state: "STARTING", reason: "unreachable" });
    open.open();
    await becomes({ state: "WORKING", reason: null, number: OURS });
    expect(await tasks()).toEqual([]);
  });

  it("one that looks open and answers nothing is found dead within two minutes, and connects again", async () => {
    const { socket: first, sockets } = await working();
    const comesAfter = holdTime(sockets);
    first.close(428);
    const socket = await comesAfter(1000);
    socket.open();
    await becomes({ state: "WORKING" });
    await vi.advanceTimersByTimeAsync(120_000);
    expect(socket.ended).toBe(false);
    socket.alive = false;
    await vi.advanceTimersByTimeAsync(120_000);
    expect(socket.ended).toBe(true);
    const next = await comesAfter(2000);
    expect(await closeCode()).toBe(408);
    next.open();
    await becomes({ state: "WORKING", number: OURS });
  });

  it("one that neither opens nor fails for 90 seconds is begun anew", async () => {
    const { socket, sockets } = await working();
    const comesAfter = holdTime(sockets);
    socket.close(503);
    const stuck = await comesAfter(1000);
    await vi.advanceTimersByTimeAsync(89_000);
    expect(stuck.ended).toBe(false);
    await vi.advanceTimersByTimeAsync(1000);
    const next = await comesAfter(2000);
    expect(stuck.ended).toBe(true);
    expect(await closeCode()).toBe(428);
    next.open();
    await becomes({ state: "WORKING", number: OURS });
  });
});
