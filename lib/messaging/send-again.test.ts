import { randomInt } from "node:crypto";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { forBusiness } from "../db/tenant.ts";
import { type TestBusiness, testBusiness } from "../testing/business.ts";
import { type TestDatabase, testDatabase } from "../testing/database.ts";
import { advanceMessages } from "./advance-message.ts";
import { handOver } from "./hand-over.ts";
import { takeReports } from "./jobs/take-reports.ts";
import { queueMessage } from "./queue-message.ts";
import { carrier } from "./testing/carrier.ts";
import { theConversation } from "./the-conversation.ts";

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

/** Somebody writes; how it stands, and handing it over. */
async function written() {
  const address = `+97254${randomInt(1_000_000, 9_999_999)}`;
  const queued = await forBusiness(business.ctx, async (tx) => {
    const { conversation } = await theConversation(tx, business.ctx, "sms", address);
    return queueMessage(tx, business.ctx, conversation, { author: "staff", body: "שלום" });
  });
  const id = queued?.messageId ?? "";
  // Its end says when it is tried again: in the middle of what is possible.
  const messageId = `${id.slice(0, -8)}7fffffff`;
  await database.owner`update message set id = ${messageId} where id = ${id}`;
  await database.owner`delete from graphile_worker._private_jobs`;
  const { sent, sender } = carrier();
  return {
    sent,
    handOver: () => handOver(business.ctx, messageId, sender, AbortSignal.timeout(5000)),
    row: async () => (await database.owner`select * from message where id = ${messageId}`)[0],
    name: (nth: number) => `SM-${nth}-${messageId}`,
    /** When it will be handed over, ms from now. */
    jobs: async () => {
      const jobs = await database.owner`select run_at from graphile_worker._private_jobs`;
      return jobs.map(({ run_at: at }) => at.getTime() - Date.now());
    },
  };
}

/** As the network tells it. */
function tells(MessageSid: string, MessageStatus: string, more: Record<string, string> = {}) {
  const form = { MessageSid, SmsSid: MessageSid, MessageStatus, From: business.number, To: "+972541112233", ...more };
  return takeReports({ channel: "sms", posts: [{ form, requestId: null, at: new Date().toISOString() }] });
}
const refuses = (sid: string) =>
  tells(sid, "failed", { ErrorCode: "63018", ErrorMessage: "Rate limit exceeded for Channel" });

describe("a message that was one too many", () => {
  it("waits and is sent again under a new name, once, whatever is still told of the old one", async () => {
    const { sent, row, jobs, name, ...message } = await written();
    await message.handOver();
    await tells(name(1), "sent");
    await Promise.all(Array.from({ length: 5 }, () => refuses(name(1))));
    expect(await row()).toMatchObject({ status: "queued", provider_id: null, error_code: null, sent_at: null });
    expect(await jobs()).toEqual([30_000]);
    await message.handOver();
    expect(await row()).toMatchObject({ status: "sent", provider_id: name(2), attempts: 2 });
    for (const late of ["queued", "sent", "failed", "delivered"]) await tells(name(1), late);
    await refuses(name(1));
    expect(await row()).toMatchObject({ status: "sent", provider_id: name(2), error_code: null });
    await message.handOver();
    expect(sent).toHaveLength(2);
    await tells(name(2), "delivered");
    expect(await row()).toMatchObject({ status: "delivered" });
  });

  it("is so too when that is told before we know its name", async () => {
    const { row, jobs, name, ...message } = await written();
    await refuses(name(1));
    await message.handOver();
    expect(await row()).toMatchObject({ status: "queued", provider_id: null });
    expect(await jobs()).toHaveLength(1);
    await message.handOver();
    expect(await row()).toMatchObject({ status: "sent", provider_id: name(2) });
  });

  it("waits longer each time, and has failed in the end", async () => {
    const { sent, row, jobs, name, ...message } = await written();
    for (const pause of [30_000, 60_000, 120_000, 240_000]) {
      await message.handOver();
      await refuses(name(sent.length));
      expect(await jobs()).toEqual([pause]);
    }
    await message.handOver();
    await refuses(name(5));
    expect(await row()).toMatchObject({ status: "failed", error_code: "63018", provider_id: name(5) });
  });

  it("is what WhatsApp says so of; anything else is as it was told", async () => {
    const { row, name, ...message } = await written();
    await message.handOver();
    await advanceMessages(business.ctx, {
      ...{ carrier: "twilio", providerId: name(1), status: "failed", errorCode: "63016" },
    });
    expect(await row()).toMatchObject({ status: "failed", error_code: "63016" });
  });
});
