import { describe, expect, it } from "vitest";
import { setMarketingConsent } from "../customers/set-marketing-consent.ts";
import { forBusiness } from "../db/tenant.ts";
import { ProviderFailed } from "../errors.ts";
import { advanceMessages } from "../messaging/advance-message.ts";
import { handOver } from "../messaging/hand-over.ts";
import { listConversations } from "../messaging/list-conversations.ts";
import { receiveMessage } from "../messaging/receive-message.ts";
import { carrier } from "../messaging/testing/carrier.ts";
import { MessageRefused, type MessageSender } from "../providers/whatsapp/types.ts";
import { keepTemplates } from "../templates/keep-templates.ts";
import { carriedTemplate, withTemplates } from "../templates/testing/templates.ts";
import { advanceBroadcast } from "./advance-broadcast.ts";
import { createBroadcast } from "./create-broadcast.ts";
import { getBroadcast, listAudienceTags, listBroadcasts, listRecipients } from "./list-broadcasts.ts";
import { paceOf } from "./pace.ts";
import { previewBroadcast } from "./preview-broadcast.ts";
import { stopBroadcast } from "./stop-broadcast.ts";
import { broadcastBench } from "./testing/bench.ts";

const bench = broadcastBench();
const { staff, newNumber, customer, asked, advance, queuedIds, handAllOver, resultsOf, recipients } = bench;
const { signal } = new AbortController();
const HOUR_MS = 3_600_000;
const optOut = (from: string, channel: "whatsapp" | "sms" = "sms") =>
  receiveMessage(bench.business.ctx, {
    ...{ channel, carrier: "twilio", providerId: `SM${crypto.randomUUID()}`, from, profileName: null, body: "הסר" },
    ...{ content: { kind: "text" }, attachments: [], replyTo: null, writtenAt: new Date() },
  });

describe("before anything is sent", () => {
  it("it is said whom it reaches, whom not and why, and how it reads", async () => {
    await customer();
    await customer({ marketing: "refused" });
    await customer({ marketing: "unknown" });
    await customer({ phone: null });
    await customer({ name: null });
    await customer({ name: "\u200b\u200f" });
    await customer({ name: "\u3164" });
    expect(await previewBroadcast(staff(), asked())).toEqual({
      reached: 1,
      skipped: ["no_number", "opted_out", "no_consent"]
        .map((reason) => ({ reason, count: 1 }))
        .concat({ reason: "no_name", count: 3 }),
      ...{ duplicates: 0, rejected: { count: 0, samples: [] } },
      example: "שלום נועה, יש לנו דירות חדשות. להסרה: הסר",
    });
    expect(await queuedIds()).toEqual([]);
    expect(await listAudienceTags(staff())).toEqual([{ tag: "VIP", count: 7 }]);
  });

  it("a list of numbers counts customers once, by all their numbers, and strangers have not agreed", async () => {
    const { id, phone } = await customer();
    const second = newNumber();
    await bench.database.owner`
      insert into customer_number (business_id, phone, customer_id) values (${bench.business.id}, ${second}, ${id})`;
    const text = `${phone}\n${second}\n${newNumber()}\nסתם`;
    expect(await previewBroadcast(staff(), asked({ audience: { kind: "list", text } }))).toMatchObject({
      ...{ reached: 1, skipped: [{ reason: "no_consent", count: 1 }], duplicates: 1 },
      rejected: { count: 1, samples: ["סתם"] },
    });
  });

  it("something that is no advertisement goes to everybody who has not asked to be left alone", async () => {
    const ids = await withTemplates(bench.business, [carriedTemplate({ category: "utility" })]);
    await customer({ marketing: "unknown" });
    await customer({ marketing: "refused" });
    const wanted = asked({ templateId: ids.we_missed_you ?? "" });
    expect(await previewBroadcast(staff(), wanted)).toMatchObject({
      ...{ reached: 1, skipped: [{ reason: "opted_out", count: 1 }] },
    });
  });

  it.each([
    ["that reaches nobody", {}, "rule"],
    ["without all that is to be filled in", { variables: { "1": "נועה" } }, "invalid"],
    ["that is too long for WhatsApp", { variables: { "1": "א".repeat(400), "2": "{{name}}".repeat(50) } }, "rule"],
    ["with more numbers than one takes", { audience: { kind: "list", text: numbers(10_001) } }, "rule"],
  ] as const)("one %s is refused", async (_, over, code) => {
    await expect(createBroadcast(staff(), asked(over))).rejects.toMatchObject({ code });
    expect((await listBroadcasts(staff(), {})).items).toEqual([]);
  });

  it("it needs somebody who may, a template that WhatsApp has approved, and Twilio", async () => {
    await customer();
    await expect(createBroadcast(bench.business.as("viewer"), asked())).rejects.toThrow("forbidden");
    await expect(listBroadcasts(bench.business.as("viewer"), {})).rejects.toThrow("forbidden");
    await keepTemplates(bench.business.ctx, [carriedTemplate({ approval: "paused" })]);
    await expect(createBroadcast(staff(), asked())).rejects.toMatchObject({ code: "rule" });
    await keepTemplates(bench.business.ctx, [carriedTemplate()]);
    await bench.database.owner`update business set whatsapp_number = null where id = ${bench.business.id}`;
    await expect(createBroadcast(staff(), asked())).rejects.toMatchObject({ code: "rule" });
  });
});

describe("a broadcast", () => {
  it("reaches everybody once, and shows how far it came with each", async () => {
    const people = [];
    for (let n = 0; n < 4; n++) people.push(await customer({ name: `דן ${n}` }));
    await customer({ marketing: "refused" });
    const { id } = await createBroadcast(staff(), asked());
    expect(await resultsOf(id)).toEqual({ waiting: 4, skipped: 1 });
    await advance(id);
    expect(await getBroadcast(staff(), id)).toMatchObject({ state: "done", total: 5, waiting: 0 });
    expect(await resultsOf(id)).toEqual({ queued: 4, skipped: 1 });
    const { sent, sender } = carrier((attempt) => (attempt === 2 ? new MessageRefused("63024", "no") : null));
    await handAllOver(sender);
    expect(sent).toHaveLength(3);
    expect(sent[0]).toMatchObject({ body: expect.stringContaining("שלום דן, יש לנו דירות חדשות") });
    const report = (index: number, status: "delivered" | "read") =>
      advanceMessages(bench.business.ctx, {
        ...{ carrier: "twilio", providerId: `SM-${index}-${sent[index - 1]?.messageId}`, status, errorCode: null },
      });
    await report(1, "delivered");
    await report(2, "read");
    expect(await resultsOf(id)).toEqual({ sent: 1, delivered: 1, read: 1, failed: 1, skipped: 1 });
    const all = await recipients(id);
    expect(all.map(({ phone }) => phone).slice(0, 4)).toEqual(people.map(({ phone }) => phone));
    expect(all.find(({ result }) => result === "failed")?.reason).toBe("אין למספר הזה חשבון WhatsApp.");
    expect(all.find(({ result }) => result === "skipped")?.reason).toBe("הלקוח ביקש לא לקבל הודעות פרסום.");
    expect((await listRecipients(staff(), { broadcastId: id, result: "read" })).items).toHaveLength(1);
  });

  it("goes out at its pace, after everything that somebody waits for", async () => {
    expect(paceOf(60)).toEqual({ size: 5, everyMs: 5000 });
    expect(paceOf(1)).toEqual({ size: 1, everyMs: 60_000 });
    expect(paceOf(600)).toEqual({ size: 50, everyMs: 5000 });
    for (let n = 0; n < 7; n++) await customer();
    const { id } = await createBroadcast(staff(), asked({ perMinute: 24 }));
    const start = new Date(Date.now() + 1000);
    const at = (ms: number) => advanceBroadcast(bench.business.ctx, id, new Date(start.getTime() + ms));
    await at(0);
    // A job that is repeated does not hurry it.
    await at(0);
    await at(4999);
    expect(await queuedIds()).toHaveLength(2);
    await at(5000);
    expect(await queuedIds()).toHaveLength(4);
    const jobs = await bench.database.owner`
      select distinct t.identifier as name, j.priority from graphile_worker._private_jobs j
      join graphile_worker._private_tasks t on t.id = j.task_id
      where payload->>'businessId' = ${bench.business.id} and t.identifier in ('send_message', 'advance_broadcast')`;
    expect(jobs.map(({ name, priority }) => [name, priority]).toSorted()).toEqual([
      ["advance_broadcast", 10],
      ["send_message", 10],
    ]);
  });

  it("does not fill the inbox: who answers comes up, the others do not", async () => {
    const [quiet, loud] = [await customer(), await customer()];
    const { id } = await createBroadcast(staff(), asked());
    await advance(id);
    expect((await listConversations(staff(), {})).items).toEqual([]);
    expect((await listConversations(staff(), { filter: "closed" })).items).toHaveLength(2);
    await optOut(loud.phone, "whatsapp");
    expect((await listConversations(staff(), {})).items).toMatchObject([{ phone: loud.phone }]);
    expect(quiet.phone).not.toBe(loud.phone);
  });

  it("sent twice is one, and begun twice for the same people is two", async () => {
    await customer();
    const twice = asked({ onceKey: "the-same-form" });
    const [a, b] = await Promise.all([createBroadcast(staff(), twice), createBroadcast(staff(), twice)]);
    expect(a.id).toBe(b.id);
    const other = await createBroadcast(staff(), asked());
    for (const { id } of [a, other]) await advance(id);
    expect(await queuedIds()).toHaveLength(2);
  });

  it("two that run at once over the same people do not stand in each other's way", async () => {
    for (let n = 0; n < 10; n++) await customer();
    const backwards = (
      await bench.database.owner`select phone from customer where business_id = ${bench.business.id} order by id desc`
    )
      .map(({ phone }) => phone)
      .join("\n");
    const a = await createBroadcast(staff(), asked({ perMinute: 600 }));
    const b = await createBroadcast(staff(), asked({ perMinute: 600, audience: { kind: "list", text: backwards } }));
    await Promise.all([a, b].map(({ id }) => advance(id)));
    expect(await queuedIds()).toHaveLength(20);
  });

  it("is read a page at a time, everybody once", async () => {
    for (let n = 0; n < 7; n++) await customer();
    const { id } = await createBroadcast(staff(), asked());
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await listRecipients(staff(), { broadcastId: id, limit: 3, cursor });
      seen.push(...page.items.map((one) => one.id));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(new Set(seen).size).toBe(7);
    await createBroadcast(staff(), asked({ name: "שני" }));
    const first = await listBroadcasts(staff(), { limit: 1 });
    expect(first.items).toMatchObject([{ name: "שני" }]);
    const rest = await listBroadcasts(staff(), { limit: 1, cursor: first.nextCursor ?? "" });
    expect(rest.items).toMatchObject([{ name: "לחגים", createdByName: "דנה לוי", templateName: "we_missed_you" }]);
    expect(rest.nextCursor).toBeNull();
  });
});

describe("who opts out in the middle of it", () => {
  it("gets nothing: neither who waits, nor who is queued, on whatever channel they wrote", async () => {
    const [first, second, third] = [await customer(), await customer(), await customer()];
    const { id } = await createBroadcast(staff(), asked({ perMinute: 12 }));
    await advance(id, 1);
    await optOut(first.phone, "sms");
    await optOut(second.phone, "whatsapp");
    await advance(id);
    const { sent, sender } = carrier();
    await handAllOver(sender);
    expect(sent.filter(({ template }) => template !== null).map(({ to }) => to)).toEqual([third.phone]);
    expect((await recipients(id)).map(({ phone, result, reason }) => [phone, result, reason])).toEqual([
      [first.phone, "skipped", "הלקוח ביקש לא לקבל הודעות פרסום."],
      [second.phone, "skipped", "הלקוח ביקש לא לקבל הודעות פרסום."],
      [third.phone, "sent", null],
    ]);
  });

  it("and whose consent is taken back by the staff, neither", async () => {
    const { id: customerId } = await customer();
    const { id } = await createBroadcast(staff(), asked());
    await advance(id);
    await forBusiness(staff(), (tx) => setMarketingConsent(tx, staff(), customerId, "unknown", "staff"));
    const { sent, sender } = carrier();
    await handAllOver(sender);
    expect(sent).toEqual([]);
    expect(await recipients(id)).toMatchObject([{ result: "skipped", reason: "לא נרשמה הסכמה לקבל הודעות פרסום." }]);
  });
});

describe("stopped", () => {
  it("it goes to nobody any more: who waits, who is queued; what was handed over stays", async () => {
    for (let n = 0; n < 6; n++) await customer();
    const { id } = await createBroadcast(staff(), asked({ perMinute: 36 }));
    await advance(id, 1);
    const { sent, sender } = carrier();
    await handOver(bench.business.ctx, (await queuedIds())[0] ?? "", sender, signal);
    expect(await stopBroadcast(staff(), id)).toMatchObject({ state: "stopped", stopReason: "person", waiting: 0 });
    await advance(id);
    await advanceBroadcast(bench.business.ctx, id, new Date(Date.now() + HOUR_MS));
    await handAllOver(sender);
    expect(sent).toHaveLength(1);
    expect(await resultsOf(id)).toEqual({ sent: 1, skipped: 5 });
    expect((await recipients(id)).at(-1)?.reason).toBe("השידור נעצר לפני שההודעה יצאה.");
    expect(await stopBroadcast(staff(), id)).toMatchObject({ state: "stopped" });
  });

  it("what the carrier did not take for now is not tried again; what it had taken is known as sent", async () => {
    await customer();
    await customer();
    const { id } = await createBroadcast(staff(), asked());
    await advance(id);
    const [first = "", second = ""] = await queuedIds();
    const { sent, sender } = carrier();
    const busy = { ...sender, send: () => Promise.reject(new ProviderFailed("whatsapp", true, "too much")) };
    await expect(handOver(bench.business.ctx, first, busy, signal)).rejects.toThrow("too much");
    const dying: MessageSender = {
      ...sender,
      send: async (message) => {
        await sender.send(message, signal);
        throw new ProviderFailed("whatsapp", true, "cut");
      },
    };
    await expect(handOver(bench.business.ctx, second, dying, signal)).rejects.toThrow("cut");
    await stopBroadcast(staff(), id);
    await handAllOver(sender);
    expect(sent).toHaveLength(1);
    expect(await resultsOf(id)).toEqual({ sent: 1, skipped: 1 });
    expect((await recipients(id)).find(({ result }) => result === "sent")?.phone).toBe(sent[0]?.to);
  });

  it("what was one too many for WhatsApp, and waits for that, does not go any more", async () => {
    await customer();
    const { id } = await createBroadcast(staff(), asked());
    await advance(id);
    const { sent, sender } = carrier();
    await handAllOver(sender);
    await stopBroadcast(staff(), id);
    const providerId = `SM-1-${sent[0]?.messageId}`;
    const report = { carrier: "twilio", providerId, status: "failed", errorCode: "63018" } as const;
    await advanceMessages(bench.business.ctx, report);
    expect(await queuedIds()).toHaveLength(1);
    await handAllOver(sender);
    expect(sent).toHaveLength(1);
    expect(await resultsOf(id)).toEqual({ skipped: 1 });
  });

  it("by itself, when WhatsApp takes the template back", async () => {
    for (let n = 0; n < 3; n++) await customer();
    const { id } = await createBroadcast(staff(), asked({ perMinute: 12 }));
    await advance(id, 1);
    await keepTemplates(bench.business.ctx, [carriedTemplate({ approval: "paused" })]);
    await advance(id);
    expect(await getBroadcast(staff(), id)).toMatchObject({ state: "stopped", stopReason: "template" });
    expect(await resultsOf(id)).toEqual({ queued: 1, skipped: 2 });
  });
});

describe("a business that changes to a paired phone", () => {
  it("sends no more of its broadcast, which the phone would send as its own words", async () => {
    for (let n = 0; n < 3; n++) await customer();
    const { id } = await createBroadcast(staff(), asked({ perMinute: 12 }));
    await advance(id, 1);
    await bench.database.owner`update business set whatsapp_provider = 'baileys' where id = ${bench.business.id}`;
    await bench.database
      .owner`update message set carrier = 'baileys' where business_id = ${bench.business.id} and status = 'queued'`;
    const { sent, sender } = carrier();
    for (const message of await queuedIds())
      await handOver(bench.business.ctx, message, { ...sender, carrier: "baileys" }, signal);
    await advance(id);
    expect(sent).toHaveLength(0);
    expect(await getBroadcast(staff(), id)).toMatchObject({ state: "stopped" });
  });
});

function numbers(count: number): string {
  return Array.from({ length: count }, (_, n) => `05${20_000_000 + n}`).join("\n");
}
