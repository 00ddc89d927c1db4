import { randomInt } from "node:crypto";
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from "vitest";
import { forBusiness } from "../../db/tenant.ts";
import { ProviderFailed } from "../../errors.ts";
import { type TestBusiness, testBusiness } from "../../testing/business.ts";
import { type TestDatabase, testDatabase } from "../../testing/database.ts";
import { queueMessage } from "../queue-message.ts";
import { carrier } from "../testing/carrier.ts";
import { theConversation } from "../the-conversation.ts";
import { sendMessage } from "./send-message.ts";

let database: TestDatabase;
let business: TestBusiness;
beforeAll(async () => {
  database = await testDatabase();
  business = await testBusiness();
});
afterAll(() => database.drop());
beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"] });
});
afterEach(() => {
  vi.useRealTimers();
});

const busy = () => new ProviderFailed("whatsapp", true, "refused for now with 503");

/** Somebody writes: sends it as the worker would, `chance` deciding when it is tried again. */
async function written() {
  const queued = await forBusiness(business.ctx, async (tx) => {
    const to = `+97254${randomInt(1_000_000, 9_999_999)}`;
    const { conversation } = await theConversation(tx, business.ctx, "sms", to);
    return queueMessage(tx, business.ctx, conversation, { author: "staff", body: "שלום" });
  });
  const messageId = queued?.messageId ?? "";
  return {
    send: (sender: ReturnType<typeof carrier>["sender"], chance: number) =>
      sendMessage(
        { sender, chance: () => chance },
        { businessId: business.id, messageId },
        AbortSignal.timeout(5000),
        1,
      ),
    row: async () => (await database.owner`select * from message where id = ${messageId}`)[0],
    /** How long it waits now, ms. */
    waits: async () => {
      const [job] = await database.owner`
        select run_at from graphile_worker._private_jobs where key = ${`send:${messageId}`}`;
      return job?.run_at.getTime() - Date.now();
    },
  };
}

it("a message that its carrier cannot take now is tried again after growing pauses, which are not everybody's", async () => {
  const { send, row, waits } = await written();
  const { sent, sender } = carrier((time) => (time <= 4 ? busy() : null));
  for (const [chance, pause] of [
    [0, 4_000],
    [0.5, 6_000],
    [1, 8_000],
    [0.25, 28_000],
  ] as const) {
    await send(sender, chance);
    expect(await waits()).toBe(pause);
  }
  expect(sent).toEqual([]);
  await send(sender, 0);
  expect(sent).toHaveLength(1);
  expect(await row()).toMatchObject({ status: "sent", attempts: 5 });
});

it("a message that its carrier never takes has failed after twelve times", async () => {
  const { send, row } = await written();
  const { sender } = carrier(busy);
  for (let time = 1; time < 12; time++) await send(sender, 0);
  expect(await row()).toMatchObject({ status: "sending", attempts: 11 });
  await send(sender, 0);
  expect(await row()).toMatchObject({ status: "failed", error_code: "unreachable" });
});

it("what goes wrong on our side is left to the worker", async () => {
  const { send, row } = await written();
  const { sender } = carrier(() => new TypeError("a mistake of ours"));
  await expect(send(sender, 0)).rejects.toThrow("a mistake of ours");
  expect(await row()).toMatchObject({ status: "sending" });
});
