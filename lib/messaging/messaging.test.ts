import { randomInt } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { updateMessages } from "../businesses/update-settings.ts";
import { forBusiness } from "../db/tenant.ts";
import { ProviderFailed } from "../errors.ts";
import { MessageRefused, type MessageSender } from "../providers/whatsapp/types.ts";
import { type TestBusiness, testBusiness } from "../testing/business.ts";
import { type TestDatabase, testDatabase } from "../testing/database.ts";
import { advanceMessages } from "./advance-message.ts";
import { failMessage, handOver } from "./hand-over.ts";
import type { InboundMessage } from "./inbound.ts";
import { sendMessage } from "./jobs/send-message.ts";
import { type NewMessage, queueMessage } from "./queue-message.ts";
import { receiveMessage } from "./receive-message.ts";
import type { MessageStatus } from "./schemas/channel.ts";
import { carrier } from "./testing/carrier.ts";
import { theConversation } from "./the-conversation.ts";
import { retryMessage } from "./write-message.ts";

let database: TestDatabase;
let business: TestBusiness;
beforeAll(async () => {
  database = await testDatabase();
  business = await testBusiness();
});
afterAll(() => database.drop());

const newNumber = () => `+97254${randomInt(1_000_000, 9_999_999)}`;
const newSid = () => `SM${crypto.randomUUID().replaceAll("-", "")}`;
const signal = new AbortController().signal;

function inbound(over: Partial<InboundMessage> = {}): InboundMessage {
  return {
    channel: "whatsapp",
    carrier: "twilio",
    providerId: newSid(),
    from: newNumber(),
    profileName: "רינה",
    body: "שלום, יש דירות בחולון?",
    content: { kind: "text" },
    attachments: [],
    replyTo: null,
    writtenAt: new Date(),
    ...over,
  };
}

async function messagesWith(address: string) {
  return database.owner`
    select m.* from message m join conversation c on c.id = m.conversation_id
    where c.business_id = ${business.id} and c.address = ${address} order by m.id`;
}

async function queued(address: string, over: Partial<NewMessage> = {}) {
  return forBusiness(business.ctx, async (tx) => {
    const { conversation } = await theConversation(tx, business.ctx, "sms", address);
    return queueMessage(tx, business.ctx, conversation, { author: "staff", body: "שלום", ...over });
  });
}

const jobOf = (made: Awaited<ReturnType<typeof queued>>) => ({
  businessId: business.id,
  messageId: made?.messageId ?? "",
});

/** When it is handed over, ms from `since`. */
const putOffBy = async (made: Awaited<ReturnType<typeof queued>>, since: number) => {
  const [job] = await database.owner`
    select run_at from graphile_worker._private_jobs where key = ${`send:${made?.messageId}`}`;
  return job?.run_at.getTime() - since;
};

describe("a message that comes in", () => {
  it("is kept once, however often and however parallel it is brought", async () => {
    const one = inbound();
    const kept = await Promise.all(Array.from({ length: 10 }, () => receiveMessage(business.ctx, one)));
    expect(kept.filter(Boolean)).toHaveLength(1);
    expect(await messagesWith(one.from)).toMatchObject([
      { direction: "in", author: "customer", body: one.body, status: "received" },
    ]);
    const [conversation] = await database.owner`select * from conversation where address = ${one.from}`;
    expect(conversation).toMatchObject({ unread: 1, mode: "bot", state: "open", last_text: one.body });
    const [customer] = await database.owner`select name from customer where phone = ${one.from}`;
    expect(customer?.name).toBe("רינה");
  });

  it.each([
    ["a number again", "972541234567"],
    ["a number, turned around", "\u202a+972 54-123-4567\u202c"],
    ["not seen at all", "\u200b\u200f"],
    ["blank in another script", "\u3164\u2800"],
  ])("gives no name that is %s", async (_, profileName) => {
    const from = newNumber();
    await receiveMessage(business.ctx, inbound({ from, profileName }));
    const [customer] = await database.owner`select name from customer where phone = ${from}`;
    expect(customer).toEqual({ name: null });
  });

  it.each(["😀", "👩‍👩‍👧", "\u200fרינה"])("gives the name %s as it is", async (profileName) => {
    const from = newNumber();
    await receiveMessage(business.ctx, inbound({ from, profileName }));
    const [customer] = await database.owner`select name from customer where phone = ${from}`;
    expect(customer?.name).toBe(profileName);
  });

  it("opens a closed conversation again, and has it answered once for a whole burst", async () => {
    const from = newNumber();
    await receiveMessage(business.ctx, inbound({ from, body: "היי" }));
    await database.owner`update conversation set state = 'closed' where address = ${from}`;
    await receiveMessage(business.ctx, inbound({ from, body: "יש מישהו?" }));
    const [row] = await database.owner`select id, state from conversation where address = ${from}`;
    expect(row?.state).toBe("open");
    const jobs = await database.owner`
      select 1 from graphile_worker._private_jobs where payload->>'conversationId' = ${row?.id}`;
    expect(jobs).toHaveLength(1);
  });

  it.each([
    [0, 0],
    [1.5, 1500],
    [10, 10_000],
  ])("is answered after the wait that the settings tell: %s s", async (replyDelaySeconds, ms) => {
    await updateMessages(business.as("owner"), { enableMessageAgent: true, replyDelaySeconds });
    const from = newNumber();
    const earliest = Date.now() + ms;
    await receiveMessage(business.ctx, inbound({ from }));
    const latest = Date.now() + ms;
    const [job] = await database.owner`
      select j.run_at from graphile_worker._private_jobs j
      join conversation c on c.id = (j.payload->>'conversationId')::uuid where c.address = ${from}`;
    expect(job?.run_at.getTime()).toBeGreaterThanOrEqual(earliest);
    expect(job?.run_at.getTime()).toBeLessThanOrEqual(latest);
  });

  it("belongs to the customer who has that number besides another one", async () => {
    const [first, second] = [newNumber(), newNumber()];
    await receiveMessage(business.ctx, inbound({ from: first }));
    const [known] = await database.owner`select id from customer where phone = ${first}`;
    await database.owner`
      insert into customer_number (business_id, phone, customer_id) values (${business.id}, ${second}, ${known?.id})`;
    await receiveMessage(business.ctx, inbound({ from: second }));
    const [row] = await database.owner`select customer_id from conversation where address = ${second}`;
    expect(row?.customer_id).toBe(known?.id);
  });

  it("with characters that the database refuses is kept without them", async () => {
    const from = newNumber();
    await receiveMessage(business.ctx, inbound({ from, body: "א\0ב\ud800" }));
    expect(await messagesWith(from)).toMatchObject([{ body: "אב\ufffd" }]);
  });
});

describe("a message that goes out", () => {
  it("is handed over once, and its status only ever goes forward", async () => {
    const to = newNumber();
    const made = await queued(to);
    const { sent, sender } = carrier();
    const id = made?.messageId ?? "";
    await handOver(business.ctx, id, sender, signal);
    await handOver(business.ctx, id, sender, signal);
    expect(sent).toMatchObject([{ to, from: business.number, body: "שלום", channel: "sms" }]);
    const report = (status: MessageStatus) =>
      advanceMessages(business.ctx, { carrier: "twilio", providerId: `SM-1-${id}`, status, errorCode: null });
    for (const status of ["read", "delivered", "sent", "delivered"] as const) await report(status);
    const [row] = await messagesWith(to);
    expect(row).toMatchObject({ status: "read", provider_id: `SM-1-${id}` });
    expect(row?.delivered_at).toBeInstanceOf(Date);
  });

  it("keeps the reports that come before its name is known", async () => {
    const to = newNumber();
    const id = (await queued(to))?.messageId ?? "";
    for (const status of ["delivered", "sent"] as const)
      await advanceMessages(business.ctx, { carrier: "twilio", providerId: `SM-1-${id}`, status, errorCode: null });
    await handOver(business.ctx, id, carrier().sender, signal);
    expect(await messagesWith(to)).toMatchObject([{ status: "delivered" }]);
  });

  it("takes a report that comes in the very moment in which its name becomes known", async () => {
    const rounds = await Promise.all(Array.from({ length: 30 }, () => queued(newNumber())));
    const ids = rounds.map((made) => made?.messageId ?? "");
    const { sender } = carrier();
    const reports: Promise<void>[] = [];
    const quick: MessageSender = {
      ...sender,
      send: async (message, stop) => {
        const sent = await sender.send(message, stop);
        reports.push(
          advanceMessages(business.ctx, { carrier: "twilio", ...sent, status: "delivered", errorCode: null }),
        );
        return sent;
      },
    };
    await Promise.all(ids.map((id) => handOver(business.ctx, id, quick, signal)));
    await Promise.all(reports);
    const left = await database.owner`select id from message where id = any(${ids}) and status <> 'delivered'`;
    expect(left).toEqual([]);
  });

  it("takes the same early reports in any order at the same time", async () => {
    const { ctx } = business;
    const report = (providerId: string) =>
      ({ carrier: "twilio", providerId, status: "sent", errorCode: null }) as const;
    for (let round = 0; round < 10; round++) {
      const names = Array.from({ length: 20 }, (_, nth) => report(`SM-early-${round}-${nth}`));
      await Promise.all([advanceMessages(ctx, ...names), advanceMessages(ctx, ...names.toReversed())]);
    }
    const kept = await database.owner`select 1 from early_status where provider_id like 'SM-early-%'`;
    expect(kept).toHaveLength(200);
  });

  it("was sent at some time when it is known to be lost on its way", async () => {
    const to = newNumber();
    const id = (await queued(to))?.messageId ?? "";
    const report = { carrier: "twilio", providerId: `SM-1-${id}`, status: "undelivered", errorCode: "63024" } as const;
    await advanceMessages(business.ctx, report);
    await handOver(business.ctx, id, carrier().sender, signal);
    expect(await messagesWith(to)).toMatchObject([
      { status: "undelivered", error_code: "63024", sent_at: expect.any(Date) },
    ]);
  });

  it("takes several reports at once: each message goes as far as the furthest of its own", async () => {
    const made = [await queued(newNumber()), await queued(newNumber()), await queued(newNumber())];
    const [first = "", second = "", third = ""] = made.map((one) => one?.messageId ?? "");
    for (const id of [first, second]) await handOver(business.ctx, id, carrier().sender, signal);
    const report = (id: string, status: MessageStatus) =>
      ({ carrier: "twilio", providerId: `SM-1-${id}`, status, errorCode: null }) as const;
    const all = [report(second, "delivered"), report(first, "read"), report(third, "delivered"), report(first, "sent")];
    await advanceMessages(business.ctx, ...all, ...all);
    await handOver(business.ctx, third, carrier().sender, signal);
    const rows =
      await database.owner`select id, status from message where id = any(${[first, second, third]}) order by id`;
    expect(rows.map(({ status }) => status)).toEqual(["read", "delivered", "delivered"]);
  });

  it("is not sent again when somebody died after sending it", async () => {
    const to = newNumber();
    const id = (await queued(to))?.messageId ?? "";
    const { sent, sender } = carrier();
    const dying: MessageSender = {
      ...sender,
      send: async (message, stop) => {
        await sender.send(message, stop);
        throw new ProviderFailed("whatsapp", true, "the process died here");
      },
    };
    await expect(handOver(business.ctx, id, dying, signal)).rejects.toThrow("died");
    expect(await messagesWith(to)).toMatchObject([{ status: "sending" }]);
    await handOver(business.ctx, id, sender, signal);
    expect(sent).toHaveLength(1);
    expect(await messagesWith(to)).toMatchObject([{ status: "sent" }]);
  });

  it("that its carrier refuses has failed, with the reason", async () => {
    const to = newNumber();
    const id = (await queued(to))?.messageId ?? "";
    await handOver(business.ctx, id, carrier(() => new MessageRefused("63016", "outside the window")).sender, signal);
    expect(await messagesWith(to)).toMatchObject([{ status: "failed", error_code: "63016" }]);
  });

  it("of the agent is not sent after a person has taken over; what the agent says when it passes on itself is", async () => {
    const { sent, sender } = carrier();
    const [first, second] = [newNumber(), newNumber()];
    const overtaken = await queued(first, { author: "agent", body: "המחיר הוא מאה" });
    const passing = await queued(second, { author: "agent", body: "עובר לצוות" });
    const handTo = (address: string, reason: string) =>
      database.owner`update conversation set mode = 'human', handover = ${reason} where address = ${address}`;
    await handTo(first, "taken_over");
    await handTo(second, "asked");
    for (const made of [overtaken, passing]) await handOver(business.ctx, jobOf(made).messageId, sender, signal);
    expect(sent.map(({ body }) => body)).toEqual(["עובר לצוות"]);
    expect(await messagesWith(first)).toMatchObject([{ status: "failed", error_code: "taken_over" }]);
  });

  it("whose answer was lost is asked for before it is sent once more by hand", async () => {
    const { sent, sender } = carrier();
    const dying: MessageSender = {
      ...sender,
      send: async (message) => {
        await sender.send(message, signal);
        throw new ProviderFailed("whatsapp", true, "cut");
      },
    };
    const made = jobOf(await queued(newNumber()));
    await expect(handOver(business.ctx, made.messageId, dying, signal)).rejects.toThrow("cut");
    await failMessage(business.ctx, made.messageId, "unreachable");
    await retryMessage(business.as("staff"), made.messageId);
    await handOver(business.ctx, made.messageId, sender, signal);
    expect(sent).toHaveLength(1);
    const [row] = await database.owner`select status, error_code from message where id = ${made.messageId}`;
    expect(row).toEqual({ status: "sent", error_code: null });
  });

  it("goes after what was written before it to the same customer, whichever is taken up first", async () => {
    const to = newNumber();
    const [first, second] = [await queued(to, { body: "א" }), await queued(to, { body: "ב" })];
    const { sent, sender } = carrier();
    const job = (made: typeof first) => sendMessage({ sender, chance: () => 0 }, jobOf(made), signal, 1);
    const before = Date.now();
    await job(second);
    const took = Date.now() - before;
    expect(sent).toEqual([]);
    // A quarter of a second from some moment in between.
    const putOff = await putOffBy(second, before);
    expect(putOff).toBeGreaterThanOrEqual(250);
    expect(putOff).toBeLessThanOrEqual(250 + took);
    await job(first);
    await job(second);
    expect(sent.map(({ body }) => body)).toEqual(["א", "ב"]);
  });

  it("is held back by what is not sent for a minute at most, and never by marketing", async () => {
    const to = newNumber();
    const stuck = await queued(to, { body: "א" });
    await queued(to, { body: "מבצע", marketing: true });
    await database.owner`update message set id = uuidv7(interval '-2 minutes') where id = ${stuck?.messageId ?? ""}`;
    const { sent, sender } = carrier();
    await sendMessage({ sender, chance: () => 0 }, jobOf(await queued(to, { body: "ב" })), signal, 1);
    expect(sent.map(({ body }) => body)).toEqual(["ב"]);
  });

  it("with the same key is one message", async () => {
    const to = newNumber();
    const made = await Promise.all([1, 2, 3].map(() => queued(to, { onceKey: `once:${to}` })));
    expect(made.filter(Boolean)).toHaveLength(1);
    expect(await messagesWith(to)).toHaveLength(1);
  });
});
