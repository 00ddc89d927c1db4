/** What becomes of messages that a connected phone cannot send, however often it tries. */
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from "vitest";
import { ProviderFailed } from "#lib/errors.ts";
import { log } from "#lib/log.ts";
import { sendTo } from "#lib/messaging/send-to.ts";
import type { MessageSender } from "#lib/providers/whatsapp/types.ts";
import { type TestBusiness, testBusiness } from "#lib/testing/business.ts";
import { type TestDatabase, testDatabase } from "#lib/testing/database.ts";
import { chooseWhatsappProvider } from "#lib/whatsapp/choose-provider.ts";
import { until } from "../testing/whatsapp-world.ts";
import { OutboxLoop } from "./outbox-loop.ts";
import { Pace } from "./pace.ts";

let database: TestDatabase;
let business: TestBusiness;
const running: OutboxLoop[] = [];
beforeAll(async () => {
  database = await testDatabase();
});
beforeEach(async () => {
  business = await testBusiness();
  await chooseWhatsappProvider(business.as("owner"), { provider: "baileys" });
});
afterEach(async () => {
  vi.useRealTimers();
  await Promise.all(running.splice(0).map((loop) => loop.close()));
});
afterAll(() => database.drop());

/** A phone that fails in this way with what is said to this number, and how often it was tried. */
function failing(number: string, error: Error, chance = () => 0) {
  const tries: string[] = [];
  const sender: MessageSender = {
    carrier: "baileys",
    send: async ({ messageId, to }) => {
      tries.push(to);
      if (to === number) throw error;
      return { providerId: `3EB0${messageId}` };
    },
    findSent: async () => null,
  };
  const hold = { ctx: business.ctx, owner: crypto.randomUUID(), epoch: 1 };
  const pace = new Pace({ burst: 1000, perMinute: 1000, jitterMs: 0, now: () => 0, chance: () => 0 });
  const loop = new OutboxLoop({ hold, sender, pace, chance, log: log() });
  running.push(loop);
  return { loop, tries: () => tries.filter((to) => to === number).length };
}

const writes = async (to: string) => (await sendTo(business.as("owner"), { to, body: "שלום" })).id;
const rowOf = async (id: string) => (await database.owner`select status, error_code from message where id = ${id}`)[0];
/** The clock stands still meanwhile, where the test has its own. */
const becomes = (id: string, row: Record<string, unknown>, meanwhile = () => {}) =>
  until(async () => {
    meanwhile();
    const now = await rowOf(id);
    return Object.entries(row).every(([column, value]) => now?.[column] === value);
  });

it("eight times in vain, longer and longer after each other: unreachable, and the others were sent meanwhile", async () => {
  vi.useFakeTimers({ toFake: ["Date"] });
  const dead = await writes("+972531111111");
  const { loop, tries } = failing("+972531111111", new ProviderFailed("whatsapp", true, "no answer"));
  const alive = await writes("+972532222222");
  loop.look();
  await becomes(alive, { status: "sent" });
  expect(tries()).toBe(1);
  for (let tried = 1; tried < 8; tried += 1) {
    expect(await rowOf(dead)).toMatchObject({ status: "sending" });
    // A moment too early, and then in time.
    vi.setSystemTime(Date.now() + 2000 * 2 ** (tried - 1) - 500);
    loop.look();
    await becomes(await writes("+972532222222"), { status: "sent" }, () => loop.look());
    expect(tries()).toBe(tried);
    vi.setSystemTime(Date.now() + 1000);
    await until(async () => {
      loop.look();
      return tries() === tried + 1;
    });
  }
  await becomes(dead, { status: "failed", error_code: "unreachable" });
  expect(tries()).toBe(8);
});

it("one that will never do is not tried again", async () => {
  const dead = await writes("+972531111111");
  const { tries } = failing("+972531111111", new ProviderFailed("whatsapp", false, "never"));
  await becomes(dead, { status: "failed", error_code: "unreachable" });
  expect(tries()).toBe(1);
});

it("by chance the pauses are a little shorter, so that many phones do not try at the same time", async () => {
  vi.useFakeTimers({ toFake: ["Date"] });
  await writes("+972531111111");
  const { loop, tries } = failing("+972531111111", new ProviderFailed("whatsapp", true, "no answer"), () => 0.5);
  /** Looks at all there is: somebody else's message, which is younger, is gone. */
  const look = async () => {
    const id = await writes("+972532222222");
    loop.look();
    await until(async () => (await rowOf(id))?.status === "sent");
  };
  await look();
  vi.setSystemTime(Date.now() + 1_499);
  await look();
  expect(tries()).toBe(1);
  vi.setSystemTime(Date.now() + 1);
  await look();
  expect(tries()).toBe(2);
});
