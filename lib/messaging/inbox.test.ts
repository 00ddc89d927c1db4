/** What the staff do in the inbox. */
import { randomInt } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { answerConversation } from "../agent/answer-conversation.ts";
import { NotFound } from "../errors.ts";
import { type TestBusiness, testBusiness } from "../testing/business.ts";
import { type TestDatabase, testDatabase } from "../testing/database.ts";
import { changeConversation } from "./change-conversation.ts";
import type { InboundMessage } from "./inbound.ts";
import { wakeConversation } from "./jobs/wake-conversation.ts";
import { countUnread, getConversation, getThread, listConversations } from "./list-conversations.ts";
import { receiveMessage } from "./receive-message.ts";
import { retryMessage, writeMessage } from "./write-message.ts";

let database: TestDatabase;
let business: TestBusiness;
beforeAll(async () => {
  database = await testDatabase();
});
beforeEach(async () => {
  business = await testBusiness();
});
afterAll(() => database.drop());

/** Somebody writes; gives their conversation. */
async function wrote(
  body: string,
  from = `+97254${randomInt(1_000_000, 9_999_999)}`,
  profileName: string | null = null,
  changes: Partial<InboundMessage> = {},
) {
  await receiveMessage(business.ctx, {
    ...{ channel: "whatsapp", carrier: "twilio", providerId: `SM${crypto.randomUUID()}`, from, profileName, body },
    ...{ content: { kind: "text" }, attachments: [], replyTo: null, writtenAt: new Date() },
    ...changes,
  });
  const [row] =
    await database.owner`select id from conversation where business_id = ${business.id} and address = ${from}`;
  return { id: String(row?.id), from };
}

const staff = () => business.as("staff");
const answer = (conversationId: string) =>
  answerConversation(null, { businessId: business.id, conversationId }, AbortSignal.timeout(5000));
const bodies = async (conversationId: string) =>
  (await getThread(staff(), { conversationId })).items.map(({ author, body }) => `${author}: ${body}`).reverse();

describe("the list", () => {
  it("has the newest words first, a page at a time, and everybody once", async () => {
    const made = [];
    for (let n = 0; n < 5; n++) made.push((await wrote(`הודעה ${n}`)).id);
    await wrote("ועוד אחת", (await getConversation(staff(), made[1] ?? "")).phone);
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await listConversations(business.as("viewer"), { limit: 2, cursor });
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(seen).toEqual([made[1], made[4], made[3], made[2], made[0]]);
  });

  it("is filtered by what is unread, whose it is, who answers, and what is closed", async () => {
    const [a, b, c] = [await wrote("א"), await wrote("ב"), await wrote("ג")];
    await changeConversation(staff(), { conversationId: a.id, read: true, assigneeId: business.owner.id });
    await changeConversation(staff(), { conversationId: b.id, mode: "human" });
    await changeConversation(staff(), { conversationId: c.id, state: "closed" });
    const ids = async (filter: Parameters<typeof listConversations>[1]["filter"]) =>
      (await listConversations(staff(), { filter })).items.map(({ id }) => id);
    expect(await ids("open")).toEqual([b.id, a.id]);
    expect(await ids("unread")).toEqual([b.id]);
    expect(await ids("mine")).toEqual([a.id]);
    expect(await ids("unassigned")).toEqual([b.id]);
    expect(await ids("bot")).toEqual([a.id]);
    expect(await ids("human")).toEqual([b.id]);
    expect(await ids("closed")).toEqual([c.id]);
    expect(await countUnread(staff())).toBe(1);
  });

  it("what was put off is away until its time, and then the first and unread", async () => {
    const [a, b] = [await wrote("א"), await wrote("ב")];
    const until = new Date(Date.now() + 3_600_000).toISOString();
    await changeConversation(staff(), { conversationId: a.id, state: "snoozed", snoozedUntil: until, read: true });
    await changeConversation(staff(), { conversationId: b.id, assigneeId: business.owner.id });
    const ids = async (filter: Parameters<typeof listConversations>[1]["filter"]) =>
      (await listConversations(staff(), { filter })).items.map(({ id }) => id);
    for (const filter of ["open", "unread", "bot"] as const) expect(await ids(filter), filter).toEqual([b.id]);
    expect(await ids("unassigned")).toEqual([]);
    expect(await ids("snoozed")).toEqual([a.id]);
    expect(await countUnread(staff())).toBe(1);
    await database.owner`update conversation set snoozed_until = now() - interval '1 second' where id = ${a.id}`;
    await wakeConversation({ businessId: business.id, conversationId: a.id });
    expect(await ids("snoozed")).toEqual([]);
    expect(await ids("open")).toEqual([a.id, b.id]);
    expect(await ids("unread")).toEqual([a.id, b.id]);
    expect(await countUnread(staff())).toBe(2);
  });

  it("is searched by words in any spelling, by name and by number", async () => {
    const { id, from } = await wrote("מחפשת דירה ברמת־גן, בע״מ", undefined, "רינה כהן");
    await wrote("משהו אחר");
    for (const q of ["רמת גן", "בעמ", "כהן", `0${from.slice(4)}`, from])
      expect(
        (await listConversations(staff(), { q })).items.map((one) => one.id),
        q,
      ).toEqual([id]);
    expect((await listConversations(staff(), { q: "אין כזה" })).items).toEqual([]);
  });

  it("is searched by a place and by people whose card was sent", async () => {
    const found = async (q: string) => (await listConversations(staff(), { q })).items.map(({ id }) => id);
    const place = await wrote("", undefined, null, {
      content: { kind: "location", latitude: 32.08, longitude: 34.77, label: "המשרד", address: "דיזנגוף 50, תל אביב" },
    });
    const people = await wrote("", undefined, null, {
      content: { kind: "contact", contacts: [{ name: "משה לוי", phones: ["+972541234567"] }] },
    });
    expect(await found("דיזנגוף")).toEqual([place.id]);
    expect(await found("משה לוי")).toEqual([people.id]);
  });

  it("shows nothing of another business", async () => {
    const { id } = await wrote("סוד");
    const other = await testBusiness();
    expect((await listConversations(other.as("owner"), { q: "סוד" })).items).toEqual([]);
    await expect(getThread(other.as("owner"), { conversationId: id })).rejects.toThrow(NotFound);
    await expect(changeConversation(other.as("owner"), { conversationId: id, mode: "human" })).rejects.toThrow(
      NotFound,
    );
    await expect(writeMessage(other.as("owner"), { conversationId: id, body: "א" })).rejects.toThrow(NotFound);
  });
});

describe("bot or human", () => {
  it("whoever writes answers from then on: the agent falls silent until it is handed back", async () => {
    const { id, from } = await wrote("שלום");
    await writeMessage(staff(), { conversationId: id, body: "שלום, כאן דנה" });
    expect(await getConversation(staff(), id)).toMatchObject({ mode: "human", handover: "staff_wrote" });
    await wrote("תודה", from);
    await answer(id);
    expect(await bodies(id)).toEqual(["customer: שלום", "staff: שלום, כאן דנה", "customer: תודה"]);
    await changeConversation(staff(), { conversationId: id, mode: "bot" });
    await answer(id);
    expect(await bodies(id)).toHaveLength(3);
    await wrote("נציג", from);
    await answer(id);
    expect((await bodies(id)).at(-1)).toContain("עוברת לצוות");
    expect(await getConversation(staff(), id)).toMatchObject({ mode: "human", handover: "asked" });
    const tasks = await database.owner`select title from task where conversation_id = ${id}`;
    expect(tasks).toMatchObject([{ title: "מבקשים לדבר עם אדם" }]);
  });

  it("an answer that was being thought of is dropped when somebody takes over", async () => {
    const { id } = await wrote("שלום");
    await changeConversation(staff(), { conversationId: id, mode: "human" });
    await answer(id);
    expect(await bodies(id)).toEqual(["customer: שלום"]);
  });

  it("is no matter of who may only read", async () => {
    const { id } = await wrote("שלום");
    await expect(writeMessage(business.as("viewer"), { conversationId: id, body: "א" })).rejects.toThrow("forbidden");
    await expect(changeConversation(business.as("viewer"), { conversationId: id, mode: "human" })).rejects.toThrow(
      "forbidden",
    );
  });
});

describe("a conversation", () => {
  it("is answered once for a burst, and what came meanwhile is answered later", async () => {
    const { id, from } = await wrote("היי");
    await wrote("יש מישהו?", from);
    await answer(id);
    await answer(id);
    expect((await bodies(id)).filter((line) => line.startsWith("agent"))).toHaveLength(1);
  });

  it("that was put off comes back at its time, and at once when the customer writes", async () => {
    const { id, from } = await wrote("שלום");
    const later = new Date(Date.now() + 3_600_000).toISOString();
    await changeConversation(staff(), { conversationId: id, state: "snoozed", snoozedUntil: later });
    await wakeConversation({ businessId: business.id, conversationId: id });
    expect(await getConversation(staff(), id)).toMatchObject({ state: "snoozed" });
    await database.owner`update conversation set snoozed_until = now() - interval '1 second' where id = ${id}`;
    await wakeConversation({ businessId: business.id, conversationId: id });
    expect(await getConversation(staff(), id)).toMatchObject({ state: "open", snoozedUntil: null });
    await changeConversation(staff(), { conversationId: id, state: "snoozed", snoozedUntil: later });
    await wrote("עוד משהו", from);
    expect(await getConversation(staff(), id)).toMatchObject({ state: "open", unread: 2 });
    const past = { conversationId: id, state: "snoozed", snoozedUntil: "2020-01-01T00:00:00Z" } as const;
    await expect(changeConversation(staff(), past)).rejects.toThrow("עתיד");
  });

  it("belongs to somebody who works here", async () => {
    const { id } = await wrote("שלום");
    const other = await testBusiness();
    await expect(changeConversation(staff(), { conversationId: id, assigneeId: other.owner.id })).rejects.toThrow(
      "בצוות",
    );
  });

  it("takes notes that only the staff see, and that wake nobody", async () => {
    const { id } = await wrote("שלום");
    await writeMessage(staff(), { conversationId: id, body: "לקוח ותיק", note: true });
    expect(await getConversation(staff(), id)).toMatchObject({ mode: "bot", lastText: "שלום" });
    const jobs = await database.owner`
      select 1 from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
      where t.identifier = 'send_message' and payload->>'businessId' = ${business.id}`;
    expect(jobs).toHaveLength(0);
  });

  it("lets nothing through that WhatsApp would refuse, a day after the customer's last words", async () => {
    const { id } = await wrote("שלום");
    await database.owner`update conversation set last_inbound_at = now() - interval '25 hours' where id = ${id}`;
    await expect(writeMessage(staff(), { conversationId: id, body: "עוד שם?" })).rejects.toThrow("24 שעות");
    expect(await getConversation(staff(), id)).toMatchObject({ windowOpen: false });
  });

  it("tells until when WhatsApp lets words through: a day from when they were written, not from when they came", async () => {
    const hoursAgo = (hours: number) => new Date(Date.now() - hours * 3_600_000);
    const until = async (id: string) => Date.parse((await getConversation(staff(), id)).windowUntil ?? "");
    const [late, later] = [hoursAgo(20), hoursAgo(2)];
    const { id, from } = await wrote("נכתבה לפני ההפסקה", undefined, null, { writtenAt: late });
    expect(await until(id)).toBe(late.getTime() + 86_400_000);
    await wrote("ואחריה", from, null, { writtenAt: later });
    await wrote("הגיעה אחרונה, נכתבה באמצע", from, null, { writtenAt: hoursAgo(10) });
    expect(await until(id)).toBe(later.getTime() + 86_400_000);
    await wrote("שעון שממהר", from, null, { writtenAt: hoursAgo(-5) });
    expect(await until(id)).toBeLessThanOrEqual(Date.now() + 86_400_000);
    const { id: old } = await wrote("חיכתה יומיים", undefined, null, { writtenAt: hoursAgo(48) });
    expect(await getConversation(staff(), old)).toMatchObject({ windowOpen: false });
    const { id: sms } = await wrote("בלי חלון", undefined, null, { channel: "sms" });
    const [row] =
      await database.owner`select id from conversation where business_id = ${business.id} and channel = 'sms'`;
    expect([sms, (await getConversation(staff(), sms)).windowUntil]).toEqual([row?.id, null]);
  });

  it("answers a certain message, whose beginning is shown however far back it is", async () => {
    const { id, from } = await wrote("א".repeat(300), undefined, null, { providerId: "SMfirst" });
    const place = { kind: "location", latitude: 32, longitude: 34, label: "המשרד" } as const;
    await wrote("", from, null, { providerId: "SMplace", content: place });
    const source = { carrier: "twilio", url: "https://media.example/1" } as const;
    const voice = {
      kind: "audio",
      contentType: "audio/ogg",
      fileName: "",
      sizeBytes: 1,
      durationMs: 1,
      source,
    } as const;
    await wrote("", from, null, { providerId: "SMvoice", attachments: [voice] });
    const named = new Map(
      (await database.owner`select id, provider_id from message where conversation_id = ${id}`).map((row) => [
        String(row.provider_id),
        String(row.id),
      ]),
    );
    const answers = async (replyToId: string | undefined, note = false) => {
      await writeMessage(staff(), { conversationId: id, body: "על זה", note, ...(replyToId ? { replyToId } : {}) });
      return (await getThread(staff(), { conversationId: id, limit: 1 })).items[0]?.quoted;
    };
    expect(await answers(named.get("SMfirst"))).toEqual({
      ...{ id: named.get("SMfirst"), direction: "in", text: "א".repeat(200) },
    });
    expect(await answers(named.get("SMplace"))).toMatchObject({ text: "[location]" });
    expect(await answers(named.get("SMvoice"), true)).toMatchObject({ text: "[audio]" });
    expect(await answers(undefined)).toBeNull();
    await database.owner`update message set deleted_at = now() where id = ${named.get("SMfirst") ?? ""}`;
    expect(await answers(named.get("SMfirst"))).toMatchObject({ text: "[deleted]" });
    const stranger = await wrote("מישהו אחר");
    const [theirs] = await database.owner`select id from message where conversation_id = ${stranger.id}`;
    await expect(answers(String(theirs?.id))).rejects.toThrow(NotFound);
  });

  it("keeps a note once, however often its browser sends it", async () => {
    const { id } = await wrote("שלום");
    const note = { conversationId: id, body: "לחזור אליה", note: true, onceKey: "the-same-note" };
    expect((await writeMessage(staff(), note)).messageId).not.toBeNull();
    expect((await writeMessage(staff(), note)).messageId).toBeNull();
    expect(await bodies(id)).toEqual(["customer: שלום", "staff: לחזור אליה"]);
  });

  it("sends what failed once more, and nothing else", async () => {
    const { id } = await wrote("שלום");
    const { messageId } = await writeMessage(staff(), { conversationId: id, body: "היי", onceKey: "the-same-one" });
    expect(
      (await writeMessage(staff(), { conversationId: id, body: "היי", onceKey: "the-same-one" })).messageId,
    ).toBeNull();
    await expect(retryMessage(staff(), messageId ?? "")).rejects.toThrow("rule");
    await database.owner`update message set status = 'failed', error_code = '63018' where id = ${messageId}`;
    await retryMessage(staff(), messageId ?? "");
    expect((await getThread(staff(), { conversationId: id })).items[0]).toMatchObject({
      status: "queued",
      errorCode: null,
    });
  });
});

describe("הסר", () => {
  it("ends advertising at once, with a word of confirmation, and is no order", async () => {
    const { id, from } = await wrote("הסר");
    await answer(id);
    expect((await bodies(id)).at(-1)).toContain("הוסרתם מרשימת התפוצה");
    const [row] =
      await database.owner`select marketing, marketing_source from customer where phone = ${from} and business_id = ${business.id}`;
    expect(row).toMatchObject({ marketing: "refused", marketing_source: expect.stringContaining("message:") });
  });
});

describe("what is old", () => {
  it("is not answered after an outage: the staff are told", async () => {
    const { id } = await wrote("מישהו שם?");
    await database.owner`update message set created_at = now() - interval '2 hours' where conversation_id = ${id}`;
    await answer(id);
    expect(await bodies(id)).toEqual(["customer: מישהו שם?"]);
    const tasks = await database.owner`select title from task where conversation_id = ${id}`;
    expect(tasks).toMatchObject([{ title: "הודעה ישנה שלא נענתה" }]);
  });
});
