import { createHash } from "node:crypto";
import { and, eq, sql } from "drizzle-orm";
import { cannedReply, conversation, customer, message } from "#drizzle/schema/index.ts";
import type { Context } from "#lib/context.ts";
import { customerByPhone } from "#lib/customers/customer-by-phone.ts";
import { forBusiness, type Tx } from "#lib/db/tenant.ts";
import { searchTextOf } from "#lib/messaging/search-text.ts";
import { wakeThen } from "#lib/messaging/wake-then.ts";
import { idAt } from "./id-at.ts";
import { type Colleague, cannedReplies, type WrittenConversation, written } from "./written.ts";

/** Who of the business wrote, by name. */
type Staff = Record<Colleague, string>;
type Line = WrittenConversation["lines"][number];

const MINUTE_MS = 60_000;

/** A few days of conversations in writing, in every state that one can be in, and the replies that are sent often. */
export async function seedMessages(ctx: Context, staff: Staff): Promise<void> {
  await forBusiness(ctx, async function seedMessages(tx) {
    for (const one of written) await seedConversation(tx, ctx, one, staff);
    await tx.insert(cannedReply).values(cannedReplies.map((reply) => ({ businessId: ctx.businessId, ...reply })));
  });
}

async function seedConversation(tx: Tx, ctx: Context, one: WrittenConversation, staff: Staff): Promise<void> {
  const customerId = await seedCustomer(tx, ctx, one, staff);
  const { channel, mode, handover, state, tags, unread, assignee, phone, lines } = one;
  const said = lines.filter((line) => !line.event && !line.note);
  const last = said.at(-1);
  const lastInbound = said.findLast((line) => line.who === "customer");
  const snoozedUntil = state === "snoozed" ? new Date(Date.now() + 2 * 24 * 60 * MINUTE_MS) : null;
  const [row] = await tx
    .insert(conversation)
    .values({
      ...{ businessId: ctx.businessId, channel, customerId, address: phone, mode, handover, state, tags, unread },
      assigneeId: assignee ? staff[assignee] : null,
      snoozedUntil,
      lastInboundAt: lastInbound ? momentOf(lastInbound) : null,
      lastMessageAt: last ? momentOf(last) : new Date(),
      lastText: last?.text ?? "",
      lastDirection: last?.who === "customer" ? "in" : "out",
      createdAt: lines[0] ? momentOf(lines[0]) : new Date(),
    })
    .returning({ id: conversation.id });
  if (!row) throw new Error("an insert returned nothing");
  if (snoozedUntil !== null) await wakeThen(tx, ctx, row.id, snoozedUntil);
  let answeredUpTo: string | null = null;
  for (const [index, line] of lines.entries()) {
    const id = await seedLine(tx, ctx, { conversationId: row.id, line, name: `${phone}:${index}`, staff });
    if (line.who === "customer") answeredUpTo = id;
  }
  await tx.update(conversation).set({ answeredUpTo }).where(eq(conversation.id, row.id));
}

async function seedCustomer(tx: Tx, ctx: Context, one: WrittenConversation, staff: Staff): Promise<string> {
  const { id } = await customerByPhone(tx, ctx, one.phone);
  const { marketing, tags = [], ...known } = one.customer ?? {};
  const refused = one.lines.find((line) => line.who === "customer" && line.text === "הסר");
  const since = one.lines[0];
  await tx
    .update(customer)
    .set({
      ...known,
      // Beside those of the calls.
      tags: sql`array(select distinct unnest(${customer.tags} || ${sql.param(tags, customer.tags)}::text[]))`,
      ...(one.name && since ? { name: one.name, createdAt: momentOf(since) } : {}),
      ...(marketing
        ? {
            marketing,
            marketingAt: refused ? momentOf(refused) : new Date(),
            marketingSource: refused ? `message:${one.phone}` : `staff:${staff["דנה לוי"]}`,
          }
        : {}),
      updatedAt: new Date(),
    })
    .where(and(eq(customer.businessId, ctx.businessId), eq(customer.id, id)));
  return id;
}

interface SeededLine {
  conversationId: string;
  line: Line;
  /** The same line always gets the same carrier's name. */
  name: string;
  staff: Staff;
}

async function seedLine(tx: Tx, ctx: Context, { conversationId, line, name, staff }: SeededLine): Promise<string> {
  const { who, text, status, errorCode, note, event } = line;
  const at = momentOf(line);
  const sent = !note && !event;
  const arrived = status === "read" || status === "delivered";
  const [row] = await tx
    .insert(message)
    .values({
      id: idAt(at),
      ...{ businessId: ctx.businessId, conversationId, body: text, errorCode, createdAt: at, sentAt: at },
      direction: who === "customer" ? "in" : "out",
      ...authorOf(who, staff),
      content: event ? { kind: "event", event } : { kind: note ? "note" : "text" },
      ...(sent
        ? { carrier: "twilio", providerId: `SM${createHash("md5").update(`${ctx.businessId}:${name}`).digest("hex")}` }
        : {}),
      status: who === "customer" ? "received" : (status ?? "sent"),
      deliveredAt: arrived ? new Date(at.getTime() + 2000) : null,
      readAt: status === "read" ? new Date(at.getTime() + 40_000) : null,
      searchText: searchTextOf(text),
    })
    .returning({ id: message.id });
  if (!row) throw new Error("an insert returned nothing");
  return row.id;
}

function authorOf(who: Line["who"], staff: Staff) {
  return who === "customer" || who === "agent" || who === "system"
    ? { author: who }
    : ({ author: "staff", authorId: staff[who] } as const);
}

function momentOf({ minutesAgo }: Pick<Line, "minutesAgo">): Date {
  return new Date(Date.now() - minutesAgo * MINUTE_MS);
}
