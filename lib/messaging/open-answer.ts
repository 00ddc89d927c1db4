import { and, desc, eq, gt, inArray, isNotNull, isNull, lte, ne } from "drizzle-orm";
import { attachment, business, call, conversation, customer, message } from "#drizzle/schema/index.ts";
import type { Context } from "../context.ts";
import { forBusinessByKey, type Tx } from "../db/tenant.ts";
import { publish } from "../events/publish.ts";
import type { LiveEvent } from "../events/schemas.ts";
import { clockTime } from "../hebrew/dates.ts";
import { orderingReply } from "../ordering/bot.ts";
import { orderingForAgent } from "../ordering/for-agent.ts";
import { conversationLanguage, type Language } from "../ordering/language.ts";
import { openTaskOnce } from "../tasks/open-task-once.ts";
import { MOST_DETAILS } from "../tasks/schemas.ts";
import { copyAttachment } from "./attachments/copy-attachment.ts";
import { marketingWish } from "./opt-out.ts";
import { passToStaff } from "./pass-to-staff.ts";
import { queueMessage } from "./queue-message.ts";
import type { Channel } from "./schemas/channel.ts";
import { isAmongStaff } from "./schemas/content.ts";
import { sentencesIn } from "./sentences.ts";
import { splitText } from "./split-text.ts";
import type { ConversationRow } from "./the-conversation.ts";
import { wantsPerson } from "./wants-person.ts";
import { wordsOf } from "./words-of.ts";

type MessageRow = typeof message.$inferSelect;

/** An outage must not be followed by answers to yesterday. */
const TOO_OLD_MS = 3_600_000;
/** Of more than this only the newest are answered: enough for a whole album of pictures. */
const MOST_AT_ONCE = 500;
const HISTORY = 40;
const CALLS_REMEMBERED = 3;

/** What is to be thought about: everything the brain needs to know. */
export interface PendingAnswer {
  ctx: Context;
  conversationId: string;
  channel: Channel;
  /** The newest message that the answer will be to. */
  newestId: string;
  /** What was changed or taken back later is not known to whoever thinks. */
  openedAt: Date;
  business: typeof business.$inferSelect;
  customer: { id: string; name: string | null; phone: string };
  history: { speaker: "caller" | "agent"; text: string; tools: [] }[];
  /** What is sold here, what the customer has in the cart, and what they ordered before, a line each. */
  products: string[];
  cart: string[];
  orders: string[];
  /** What they are answered in. */
  language: Language;
  /** What became of their last calls, a line each. */
  calls: string[];
}

/**
 * Looks what of a conversation waits for an answer. What needs no thinking is answered here and now, in one transaction:
 * orders in exact words, the end of advertising, a wish for a person. Null when nothing is left to think about, which
 * there must be a model for (`hasModel`).
 */
export async function openAnswer(
  ctx: Context,
  conversationId: string,
  hasModel = false,
): Promise<PendingAnswer | null> {
  return forBusinessByKey(ctx, async function openAnswer(tx) {
    const [row] = await tx.select().from(conversation).where(eq(conversation.id, conversationId)).for("update");
    if (!row) return null;
    const waiting = await unanswered(tx, row);
    const newest = waiting.at(-1);
    if (!newest) return null;
    const [settings] = await tx.select().from(business).where(eq(business.id, ctx.businessId));
    if (!settings) throw new Error("a business without itself");
    const confirmed = await confirmWishes(tx, ctx, row, waiting);
    if (row.mode === "human" || !settings.enableMessageAgent) {
      await publish(tx, ...confirmed);
      return leave(tx, row, newest);
    }
    const fresh = waiting.filter((one) => !isOld(one));
    if (fresh.length < waiting.length) await tellStaffOfOld(tx, ctx, row, waiting.filter(isOld));
    if (fresh.length > 0 && (await hearsVoiceNotes(tx, fresh))) {
      await publish(tx, ...confirmed);
      return null;
    }
    const { left, news } = await answerExactly(tx, ctx, row, fresh, hasModel);
    const pending = left.length === 0 ? null : await gather(tx, ctx, row, settings, newest.id);
    if (pending === null) await leave(tx, row, newest);
    await publish(tx, ...confirmed, ...news);
    return pending;
  });
}

async function unanswered(tx: Tx, { id, answeredUpTo }: ConversationRow): Promise<MessageRow[]> {
  return tx
    .select()
    .from(message)
    .where(
      and(
        eq(message.conversationId, id),
        eq(message.direction, "in"),
        isNull(message.deletedAt),
        answeredUpTo === null ? undefined : gt(message.id, answeredUpTo),
      ),
    )
    .orderBy(desc(message.id))
    .limit(MOST_AT_ONCE)
    .then((rows) => rows.reverse());
}

/** Written, or brought to us, so long ago that nobody expects an answer of a machine. */
function isOld({ sentAt, createdAt }: MessageRow): boolean {
  const at = Math.min(createdAt.getTime(), sentAt?.getTime() ?? createdAt.getTime());
  return Date.now() - at > TOO_OLD_MS;
}

/**
 * What receiving a message has done at once is confirmed also where a person answers everything else, and wherever it
 * stands among what else was written.
 */
async function confirmWishes(tx: Tx, ctx: Context, row: ConversationRow, waiting: readonly MessageRow[]) {
  const news: LiveEvent[] = [];
  for (const one of waiting) {
    const wish = wishOf(one);
    if (wish === null) continue;
    const { signedOff, signedOn } = sentencesIn(await conversationLanguage(tx, row.id, saidIn(one)));
    const body = wish === "refused" ? signedOff : signedOn;
    const queued = await queueMessage(tx, ctx, row, { author: "system", body, onceKey: `wish:${one.id}` });
    news.push(...(queued?.news ?? []));
  }
  return news;
}

/** A wish about advertising that was kept: to want no more of it in any way, to want it only as it was written first. */
function wishOf(written: MessageRow): ReturnType<typeof marketingWish> {
  const wish = marketingWish(saidIn(written));
  const asItCame = written.body !== "" && written.editedAt === null;
  return wish === "granted" && !asItCame ? null : wish;
}

/** In writing, or else in a voice note. */
function saidIn({ body, transcript }: MessageRow): string {
  return body || (transcript ?? "");
}

/** A person answers. */
async function leave(tx: Tx, row: ConversationRow, newest: MessageRow): Promise<null> {
  await tx.update(conversation).set({ answeredUpTo: newest.id }).where(eq(conversation.id, row.id));
  return null;
}

async function tellStaffOfOld(tx: Tx, ctx: Context, row: ConversationRow, old: readonly MessageRow[]): Promise<void> {
  const unsaid = old.filter((one) => wishOf(one) === null);
  const newest = unsaid.at(-1);
  if (!newest) return;
  await openTaskOnce(tx, ctx, {
    title: "הודעה ישנה שלא נענתה",
    details: unsaid
      .map(({ body }) => body)
      .join("\n")
      .slice(-MOST_DETAILS),
    customerId: row.customerId,
    conversationId: row.id,
    onceKey: `old:${newest.id}`,
  });
}

/** What was said in a voice note is still being made out: whoever does that has the conversation answered then. */
async function hearsVoiceNotes(tx: Tx, waiting: readonly MessageRow[]): Promise<boolean> {
  const [first] = waiting;
  if (!first) return false;
  const [row] = await tx
    .select({ id: attachment.id })
    .from(attachment)
    .innerJoin(message, eq(message.id, attachment.messageId))
    .where(
      and(
        eq(message.conversationId, first.conversationId),
        eq(attachment.kind, "audio"),
        eq(attachment.state, "waiting"),
        lte(message.createdAt, new Date()),
        isNull(message.transcript),
      ),
    )
    .limit(1);
  return row !== undefined;
}

/**
 * Answers what needs no thinking, from the first message on, until one needs some. Who asks for a person gets one: what they
 * wrote besides is that person's.
 */
async function answerExactly(
  tx: Tx,
  ctx: Context,
  row: ConversationRow,
  waiting: readonly MessageRow[],
  hasModel: boolean,
) {
  const news: LiveEvent[] = [];
  const forPerson = waiting.findLastIndex((one) => wantsPerson(saidIn(one)));
  let done = 0;
  for (const [at, one] of waiting.entries()) {
    const exact = await exactAnswer(tx, ctx, row, one, { hasModel, moreFollows: one !== waiting.at(-1) }, news);
    if (exact === null && at < forPerson) continue;
    if (exact === null) break;
    const picture = await copyAttachment(tx, ctx, exact.imageId);
    for (const [index, body] of exact.texts.flatMap(splitText).entries()) {
      const onceKey = `answer:${one.id}:${index}`;
      const attachmentIds = index === 0 ? picture : [];
      const queued = await queueMessage(tx, ctx, row, { author: "agent", body, attachmentIds, onceKey });
      news.push(...(queued?.news ?? []));
    }
    await tx.update(conversation).set({ answeredUpTo: one.id, unsureInARow: 0 }).where(eq(conversation.id, row.id));
    done = exact.passedOn ? waiting.length : at + 1;
    if (exact.passedOn) break;
  }
  return { left: waiting.slice(done), news };
}

/** Null for what has to be thought about. */
async function exactAnswer(
  tx: Tx,
  ctx: Context,
  row: ConversationRow,
  one: MessageRow,
  around: { hasModel: boolean; moreFollows: boolean },
  news: LiveEvent[],
): Promise<{ texts: string[]; imageId: string | null; passedOn?: boolean } | null> {
  // Confirmed already.
  if (wishOf(one) !== null) return { texts: [], imageId: null };
  const { id: messageId, content } = one;
  const text = content.kind === "choice" ? content.id : saidIn(one);
  const asked = { conversationId: row.id, customerId: row.customerId, messageId, text, ...around };
  const reply = await orderingReply(tx, ctx, asked);
  if (reply?.wantsPerson || (reply === null && wantsPerson(saidIn(one)))) {
    news.push(...(await passToStaff(tx, ctx, row, "asked", messageId)));
    const { passedOn } = sentencesIn(await conversationLanguage(tx, row.id, text));
    return { texts: [...(reply?.texts ?? []), passedOn], imageId: null, passedOn: true };
  }
  news.push(...(reply?.news ?? []));
  return reply;
}

async function gather(
  tx: Tx,
  ctx: Context,
  row: ConversationRow,
  settings: typeof business.$inferSelect,
  newestId: string,
): Promise<PendingAnswer> {
  const [who] = await tx.select().from(customer).where(eq(customer.id, row.customerId));
  const recent = await tx
    .select()
    .from(message)
    .where(and(eq(message.conversationId, row.id), isNull(message.deletedAt), lte(message.id, newestId)))
    .orderBy(desc(message.id))
    .limit(HISTORY);
  const written = recent.filter(({ direction }) => direction === "in").map(saidIn);
  const ids = recent.map(({ id }) => id);
  const files = await tx.select().from(attachment).where(inArray(attachment.messageId, ids));
  const history: PendingAnswer["history"] = recent
    .reverse()
    .filter(({ content }) => !isAmongStaff(content))
    .map((one) => ({
      speaker: one.direction === "in" ? "caller" : "agent",
      text: wordsOf(
        one,
        files.filter(({ messageId }) => messageId === one.id),
      ),
      tools: [],
    }));
  const calls = await tx
    .select({ startedAt: call.startedAt, summary: call.summary })
    .from(call)
    .where(
      and(
        eq(call.businessId, ctx.businessId),
        eq(call.customerId, row.customerId),
        isNotNull(call.summary),
        ne(call.summary, ""),
      ),
    )
    .orderBy(desc(call.startedAt))
    .limit(CALLS_REMEMBERED);
  const ordering = await orderingForAgent(tx, ctx, row, written);
  return {
    ctx,
    conversationId: row.id,
    channel: row.channel,
    newestId,
    openedAt: new Date(),
    business: settings,
    customer: { id: row.customerId, name: who?.name ?? null, phone: row.address },
    history,
    ...ordering,
    calls: calls.map(
      ({ startedAt, summary }) => `${startedAt.toISOString().slice(0, 10)} ${clockTime(startedAt)}: ${summary}`,
    ),
  };
}
