/** What the staff see of everything with one customer. */
import { randomInt } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { answerConversation } from "../agent/answer-conversation.ts";
import { addNumber } from "../customers/numbers.ts";
import { type TestBusiness, testBusiness } from "../testing/business.ts";
import { type TestDatabase, testDatabase } from "../testing/database.ts";
import { ringing } from "../testing/sample.ts";
import { addStaff } from "../users/add-staff.ts";
import { changeConversation } from "./change-conversation.ts";
import { getTimeline } from "./get-timeline.ts";
import { getThread, listConversations } from "./list-conversations.ts";
import { listMessages } from "./list-messages.ts";
import { listAnsweringStaff } from "./list-staff.ts";
import { receiveMessage } from "./receive-message.ts";
import type { TimelineEntry } from "./schemas/views.ts";
import { writeMessage } from "./write-message.ts";

let database: TestDatabase;
let business: TestBusiness;
beforeAll(async () => {
  database = await testDatabase();
});
beforeEach(async () => {
  business = await testBusiness();
});
afterAll(() => database.drop());

const staff = () => business.as("staff");
const newNumber = () => `+97254${randomInt(1_000_000, 9_999_999)}`;

async function wrote(from: string, body: string, channel: "whatsapp" | "sms" = "whatsapp") {
  await receiveMessage(business.ctx, {
    ...{ channel, carrier: "twilio", providerId: `SM${crypto.randomUUID()}`, from, profileName: null, body },
    ...{ content: { kind: "text" }, attachments: [], replyTo: null, writtenAt: new Date() },
  });
  const [row] = await database.owner`
    select id, customer_id from conversation
    where business_id = ${business.id} and address = ${from} and channel = ${channel}`;
  return { id: String(row?.id), customerId: String(row?.customer_id) };
}

function told(entry: TimelineEntry): string {
  if (entry.kind === "call") return `call ${entry.call.direction}`;
  const { content, body, authorName } = entry.message;
  return content.kind === "event" ? `${content.event.what} ${authorName ?? ""}`.trim() : `${entry.channel}: ${body}`;
}
const timeline = async (conversationId: string) =>
  (await getTimeline(business.as("viewer"), { conversationId })).items.toReversed().map(told);

describe("one timeline", () => {
  it("has the messages of every channel and number, and the calls, in the order of their time", async () => {
    const [mobile, further] = [newNumber(), newNumber()];
    const { id, customerId } = await wrote(mobile, "שלום");
    await ringing(business, { from: mobile });
    await wrote(mobile, "ניסיתי להתקשר", "sms");
    await addNumber(staff(), { customerId, phone: further });
    await wrote(further, "זה המספר השני שלי");
    await ringing(business, { from: further });
    await wrote(newNumber(), "מישהו אחר");
    expect(await timeline(id)).toEqual([
      "whatsapp: שלום",
      "call in",
      "sms: ניסיתי להתקשר",
      "whatsapp: זה המספר השני שלי",
      "call in",
    ]);
  });

  it("is read a page at a time, everything once", async () => {
    const from = newNumber();
    const { id } = await wrote(from, "0");
    for (let n = 1; n < 6; n++) {
      if (n % 2) await ringing(business, { from });
      await wrote(from, String(n), n % 3 ? "whatsapp" : "sms");
    }
    const seen: TimelineEntry[] = [];
    let cursor: string | undefined;
    do {
      const page = await getTimeline(staff(), { conversationId: id, cursor, limit: 2 });
      expect(page.items.length).toBeLessThanOrEqual(2);
      seen.push(...page.items);
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(seen.toReversed().map(told)).toEqual(await timeline(id));
    expect(new Set(seen.map((one) => one.id)).size).toBe(9);
  });
});

describe("what became of a conversation", () => {
  it("stands in its timeline with who did it, and is no message to anybody else", async () => {
    const from = newNumber();
    const { id } = await wrote(from, "שלום");
    const change = (changes: object) => changeConversation(staff(), { conversationId: id, ...changes });
    await change({ mode: "human", assigneeId: business.owner.id });
    await change({ mode: "human", read: true });
    await change({ state: "snoozed", snoozedUntil: new Date(Date.now() + 3_600_000).toISOString() });
    await change({ state: "closed" });
    await change({ state: "open", assigneeId: null, mode: "bot", tags: ["חדש"] });
    await writeMessage(staff(), { conversationId: id, body: "כאן דנה" });
    expect(await timeline(id)).toEqual([
      "whatsapp: שלום",
      ...["to_human", "assigned", "snoozed", "closed", "to_bot", "unassigned", "reopened"].map(
        (what) => `${what} דנה לוי`,
      ),
      "whatsapp: כאן דנה",
      "to_human דנה לוי",
    ]);
    expect((await getThread(staff(), { conversationId: id })).items.map(({ body }) => body)).toEqual([
      "כאן דנה",
      "שלום",
    ]);
    expect((await listMessages(staff(), {})).items.map(({ body }) => body)).toEqual(["כאן דנה", "שלום"]);
  });

  it("says why the agent passed it on, by nobody of the staff", async () => {
    const { id } = await wrote(newNumber(), "נציג");
    await answerConversation(null, { businessId: business.id, conversationId: id }, AbortSignal.timeout(5000));
    const { items } = await getTimeline(staff(), { conversationId: id });
    const event = items.find((one) => one.kind === "message" && one.message.content.kind === "event");
    expect(event).toMatchObject({
      message: { authorName: null, content: { event: { what: "to_human", reason: "asked" } } },
    });
  });
});

describe("assigning and tags", () => {
  it("only who may answer can be on it, and finds it among their own", async () => {
    const { id } = await wrote(newNumber(), "שלום");
    const add = (name: string, role: "staff" | "viewer") =>
      addStaff(business.ctx, {
        name,
        role,
        email: `${crypto.randomUUID()}@example.co.il`,
        password: "סיסמה ארוכה 1234",
      });
    const [tal, noa] = [await add("טל אור", "staff"), await add("נועה שחר", "viewer")];
    expect((await listAnsweringStaff(business.as("viewer"))).map(({ name }) => name)).toEqual(["דנה לוי", "טל אור"]);
    await expect(changeConversation(staff(), { conversationId: id, assigneeId: noa.userId })).rejects.toThrow(
      "אין אדם כזה",
    );
    await changeConversation(staff(), { conversationId: id, assigneeId: tal.userId });
    const listed = async (userId: string, filter: "mine" | "unassigned") =>
      (await listConversations({ ...staff(), actor: { kind: "user", userId } }, { filter })).items.map((one) => one.id);
    expect(await listed(tal.userId, "mine")).toEqual([id]);
    expect(await listed(business.owner.id, "mine")).toEqual([]);
    expect(await listed(business.owner.id, "unassigned")).toEqual([]);
  });

  it("a conversation is found by its tag, whatever else is asked for", async () => {
    const [a, b] = [await wrote(newNumber(), "א"), await wrote(newNumber(), "ב")];
    await changeConversation(staff(), { conversationId: a.id, tags: ["ביקור", "דחוף", "דחוף"] });
    await changeConversation(staff(), { conversationId: b.id, tags: ["ביקור"] });
    const tagged = async (tag: string, q?: string) =>
      (await listConversations(staff(), { tag, ...(q ? { q } : {}) })).items.map(({ tags }) => tags);
    expect(await tagged("ביקור")).toEqual([["ביקור"], ["ביקור", "דחוף"]]);
    expect(await tagged("דחוף")).toEqual([["ביקור", "דחוף"]]);
    expect(await tagged("ביקור", "א")).toEqual([["ביקור", "דחוף"]]);
    expect(await tagged("אין")).toEqual([]);
    await expect(changeConversation(staff(), { conversationId: a.id, tags: ["א".repeat(41)] })).rejects.toThrow(
      "עד 40",
    );
  });
});
