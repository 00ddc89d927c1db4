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

const FAILING = "+972531111111";
let database: TestDatabase;
let business: TestBusiness;
beforeAll(async () => {
  database = await testDatabase();
  business = await testBusiness();
  await chooseWhatsappProvider(business.as("owner"), { provider: "baileys" });
});
afterAll(() => database.drop());
beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"] });
});
afterEach(() => {
  vi.useRealTimers();
});

it("what a phone could not send is tried again after growing pauses, by chance a little shorter", async () => {
  const chances = [0, 0.5];
  const begun = Date.now();
  const tried: number[] = [];
  const others: string[] = [];
  const sender: MessageSender = {
    carrier: "baileys",
    async send({ to, messageId }) {
      if (to !== FAILING) {
        others.push(to);
        return { providerId: `3EB0${messageId}` };
      }
      tried.push(Date.now() - begun);
      throw new ProviderFailed("whatsapp", true, "the connection did not hold");
    },
    findSent: async () => null,
  };
  const hold = { ctx: business.ctx, owner: crypto.randomUUID(), epoch: 1 };
  const pace = new Pace({ burst: 100, perMinute: 100, jitterMs: 0, now: () => performance.now(), chance: () => 0 });
  const loop = new OutboxLoop({ hold, sender, pace, chance: () => chances.shift() ?? 0, log: log() });
  /** At that moment it has looked at all there is: somebody else's message, which is younger, is gone. */
  const lookedAt = async (ms: number, to: string) => {
    vi.setSystemTime(begun + ms);
    await sendTo(business.as("owner"), { to, body: "שלום" });
    loop.look();
    await until(async () => others.includes(to));
  };
  await sendTo(business.as("owner"), { to: FAILING, body: "שלום" });
  await lookedAt(0, "+972532222220");
  await lookedAt(1_999, "+972532222221");
  expect(tried).toEqual([0]);
  await lookedAt(2_000, "+972532222222");
  await lookedAt(4_999, "+972532222223");
  expect(tried).toEqual([0, 2_000]);
  await lookedAt(5_000, "+972532222224");
  expect(tried).toEqual([0, 2_000, 5_000]);
  await loop.close();
});
