/** The WhatsApp API for other programs. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type TestBusiness, testBusiness } from "../testing/business.ts";
import { type TestDatabase, testDatabase } from "../testing/database.ts";
import { listMessages } from "./list-messages.ts";
import { receiveMessage } from "./receive-message.ts";
import { sendTo } from "./send-to.ts";
import { whatsappStatus } from "./whatsapp-status.ts";

const RINA = "+972541112233";
let database: TestDatabase;
let business: TestBusiness;
beforeAll(async () => {
  database = await testDatabase();
  business = await testBusiness();
  await database.owner`update business set whatsapp_number = '+972555123456' where id = ${business.id}`;
});
afterAll(() => database.drop());

const write = (from: string, body: string) =>
  receiveMessage(business.ctx, {
    ...{ channel: "whatsapp", carrier: "twilio", providerId: crypto.randomUUID(), from, profileName: null, body },
    ...{ content: { kind: "text" }, attachments: [], replyTo: null, writtenAt: new Date() },
  });

describe("another program", () => {
  it("writes to somebody who wrote within the day, in whatever form the number is given", async () => {
    await write(RINA, "שלום");
    const sent = await sendTo(business.as("staff"), { to: "054-111-2233", body: "הסיור מחר בעשר" });
    expect(sent).toMatchObject({ direction: "out", channel: "whatsapp", status: "queued", body: "הסיור מחר בעשר" });
    const [job] = await database.owner`
      select payload from graphile_worker._private_jobs where payload::text like ${`%${sent.id}%`}`;
    expect(job?.payload).toMatchObject({ messageId: sent.id });
  });

  it("is told why it cannot write to somebody who did not, and nothing is kept of it", async () => {
    const stranger = "+972549998877";
    await expect(sendTo(business.as("staff"), { to: stranger, body: "מבצע" })).rejects.toMatchObject({ code: "rule" });
    expect(await database.owner`select 1 from conversation where address = ${stranger}`).toHaveLength(0);
  });

  it("reads a person's messages newest first, a page at a time, without repeats", async () => {
    for (const body of ["אחת", "שתיים", "שלוש"]) await write("+972541110000", body);
    await write(RINA, "של מישהי אחרת");
    const first = await listMessages(business.as("viewer"), { phone: "0541110000", limit: 2 });
    expect(first.items.map(({ body }) => body)).toEqual(["שלוש", "שתיים"]);
    const rest = await listMessages(business.as("viewer"), { phone: "0541110000", cursor: first.nextCursor ?? "" });
    expect(rest.items.map(({ body }) => body)).toEqual(["אחת"]);
    expect(rest.nextCursor).toBeNull();
  });

  it("who may only read, may not write", async () => {
    await expect(sendTo(business.as("viewer"), { to: RINA, body: "א" })).rejects.toMatchObject({ code: "forbidden" });
  });

  it("sees whether WhatsApp is connected, and from which number", async () => {
    expect(await whatsappStatus(business.as("viewer"))).toEqual({
      ...{ provider: "twilio", state: "WORKING", number: "+972555123456" },
    });
  });
});
