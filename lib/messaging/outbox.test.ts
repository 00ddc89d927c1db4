/** What a paired phone sends next, and what becomes of a message that it never sends. */
import { randomInt } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { forBusiness } from "../db/tenant.ts";
import { type TestBusiness, testBusiness } from "../testing/business.ts";
import { type TestDatabase, testDatabase } from "../testing/database.ts";
import { chooseWhatsappProvider } from "../whatsapp/choose-provider.ts";
import { expireMessage } from "./jobs/expire-message.ts";
import { nextToSend } from "./outbox.ts";
import { type NewMessage, queueMessage } from "./queue-message.ts";
import { theConversation } from "./the-conversation.ts";
import { retryMessage } from "./write-message.ts";

let database: TestDatabase;
let business: TestBusiness;
beforeAll(async () => {
  database = await testDatabase();
});
beforeEach(async () => {
  business = await testBusiness();
  await chooseWhatsappProvider(business.as("owner"), { provider: "baileys" });
});
afterAll(() => database.drop());

const somebody = () => `+97254${randomInt(1_000_000, 9_999_999)}`;

async function queued(body: string, over: Partial<NewMessage> = {}, to = somebody()): Promise<string> {
  const made = await forBusiness(business.ctx, async (tx) => {
    const { conversation } = await theConversation(tx, business.ctx, "whatsapp", to);
    return queueMessage(tx, business.ctx, conversation, { author: "staff", body, ...over });
  });
  return made?.messageId ?? "";
}

/** The words of what the phone sends, in the order in which it would. */
async function wholeOutbox(): Promise<string[]> {
  const bodies: string[] = [];
  for (let next = await nextToSend(business.ctx, []); next; next = await nextToSend(business.ctx, [])) {
    const [row] = await database.owner`update message set status = 'sent' where id = ${next.messageId} returning body`;
    bodies.push(row?.body);
  }
  return bodies;
}

const rowOf = async (id: string) =>
  (await database.owner`select status, error_code, author from message where id = ${id}`)[0];
const expiry = async (id: string) =>
  (
    await database.owner`
      select extract(epoch from run_at - now()) / 3600 as hours from graphile_worker._private_jobs
      where key = ${`expire:${id}`}`
  )[0];
const expires = (id: string) => expireMessage({ businessId: business.id, messageId: id });

describe("a phone sends", () => {
  it("answers first, in their order, then what the system says, and marketing last", async () => {
    await queued("מבצע ראשון", { author: "system", marketing: true });
    await queued("תזכורת", { author: "system" });
    await queued("מבצע שני", { author: "system", marketing: true });
    await queued("תשובת המוקד", { author: "agent" });
    await queued("עוד תזכורת", { author: "system" });
    await queued("תשובת הצוות", { author: "staff" });
    expect(await wholeOutbox()).toEqual([
      ...["תשובת המוקד", "תשובת הצוות"],
      ...["תזכורת", "עוד תזכורת"],
      ...["מבצע ראשון", "מבצע שני"],
    ]);
  });

  it("past what it cannot send now, but nothing to the same customer before it: for a minute", async () => {
    const rina = somebody();
    const stuck = await queued("ראשונה", {}, rina);
    await queued("שנייה", {}, rina);
    const other = await queued("למישהי אחרת");
    expect(await nextToSend(business.ctx, [stuck])).toEqual({ messageId: other });
    expect(await nextToSend(business.ctx, [stuck, other])).toBeNull();
    await database.owner`update message set created_at = now() - interval '61 seconds' where id = ${stuck}`;
    expect(await nextToSend(business.ctx, [stuck, other])).not.toBeNull();
  });
});

describe("a message that no phone has sent", () => {
  it("has failed after two hours, for the staff to see and to send once more", async () => {
    const id = await queued("שלום");
    expect(Number((await expiry(id))?.hours)).toBeCloseTo(2, 1);
    await expires(id);
    expect(await rowOf(id)).toMatchObject({ status: "failed", error_code: "not_connected" });
    expect(await nextToSend(business.ctx, [])).toBeNull();
    await database.owner`delete from graphile_worker._private_jobs`;
    await retryMessage(business.as("staff"), id);
    expect(await nextToSend(business.ctx, [])).toEqual({ messageId: id });
    expect(Number((await expiry(id))?.hours)).toBeCloseTo(2, 1);
  });

  it("is left alone when it was sent meanwhile, or goes another way", async () => {
    const [sent, moved] = [await queued("נשלחה"), await queued("עברה")];
    await database.owner`update message set status = 'sent' where id = ${sent}`;
    await chooseWhatsappProvider(business.as("owner"), { provider: "twilio" });
    await Promise.all([sent, moved].map(expires));
    expect(await rowOf(sent)).toMatchObject({ status: "sent", error_code: null });
    expect(await rowOf(moved)).toMatchObject({ status: "queued", error_code: null });
  });
});
