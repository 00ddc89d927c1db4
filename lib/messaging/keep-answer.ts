import { and, eq, gt, isNull, lte, or, type SQL } from "drizzle-orm";
import { business, conversation, customer, message } from "#drizzle/schema/index.ts";
import { forBusinessByKey, type Tx } from "../db/tenant.ts";
import { publish } from "../events/publish.ts";
import type { LiveEvent } from "../events/schemas.ts";
import { type CartAction, orderingActions } from "../ordering/actions.ts";
import { conversationLanguage } from "../ordering/language.ts";
import { openTaskOnce } from "../tasks/open-task-once.ts";
import { answerLater } from "./answer-later.ts";
import type { PendingAnswer } from "./open-answer.ts";
import { passToStaff } from "./pass-to-staff.ts";
import { queueMessage } from "./queue-message.ts";
import { sentencesIn } from "./sentences.ts";
import { splitText } from "./split-text.ts";
import type { ConversationRow } from "./the-conversation.ts";

/** So many answers in a row that the agent was not sure of, and a person goes on. */
const MOST_UNSURE = 2;

/** What was thought of, to be done and said together. */
export interface Thought {
  text: string;
  handOver: "asked" | "angry" | "unavailable" | null;
  unsure: boolean;
  tasks: { title: string; details: string }[];
  name: string | null;
  /** What is to be done to the cart, in order. */
  orders: CartAction[];
}

/**
 * Keeps an answer and does what it tells of, in one transaction: once, whatever is repeated. Nothing of it happens when a
 * person has taken over meanwhile or the agent was switched off, or when the customer has written more, or something else: then the next answer is to all
 * of it.
 */
export async function keepAnswer(pending: PendingAnswer, thought: Thought): Promise<"kept" | "outdated"> {
  const { ctx, conversationId, newestId } = pending;
  return forBusinessByKey(ctx, async function keepAnswer(tx) {
    const [found] = await tx
      .select({ row: conversation, mayAnswer: business.enableMessageAgent })
      .from(conversation)
      .innerJoin(business, eq(business.id, conversation.businessId))
      .where(eq(conversation.id, conversationId))
      .for("update", { of: conversation });
    if (!found?.mayAnswer) return "outdated";
    const { row } = found;
    if (row.mode === "human" || isAnswered(row, newestId) || (await hasMore(tx, row, newestId))) return "outdated";
    if (await wasChanged(tx, row, pending)) {
      await answerLater(tx, ctx, row, 0);
      return "outdated";
    }
    const news: LiveEvent[] = [];
    const unsureInARow = thought.unsure ? row.unsureInARow + 1 : 0;
    const reason = thought.handOver ?? (unsureInARow >= MOST_UNSURE ? "unsure" : null);
    const at = { conversationId, customerId: row.customerId, messageId: newestId };
    const ordered = await orderingActions(tx, ctx, at, thought.orders, pending.language);
    const texts = [
      thought.text,
      ...ordered,
      ...(reason === null ? [] : [await passingOn(tx, pending, thought, reason)]),
    ];
    for (const [index, body] of texts.flatMap(splitText).entries()) {
      const queued = await queueMessage(tx, ctx, row, {
        author: "agent",
        body,
        onceKey: `answer:${newestId}:${index}`,
      });
      news.push(...(queued?.news ?? []));
    }
    await tx.update(conversation).set({ answeredUpTo: newestId, unsureInARow }).where(eq(conversation.id, row.id));
    for (const [index, task] of thought.tasks.entries()) {
      const about = { customerId: row.customerId, conversationId: row.id, onceKey: `task:${newestId}:${index}` };
      await openTaskOnce(tx, ctx, { ...task, ...about });
    }
    if (thought.name !== null) await nameOnce(tx, row, thought.name);
    if (reason !== null) news.push(...(await passToStaff(tx, ctx, row, reason, newestId)));
    await publish(tx, ...news);
    return "kept";
  });
}

/** In the language of the words before it. */
async function passingOn(
  tx: Tx,
  { conversationId, history, language: answered }: PendingAnswer,
  { text }: Thought,
  reason: Thought["handOver"] | "unsure",
): Promise<string> {
  // What stands in brackets are our own words for pictures and places.
  const asked = history.findLast(({ speaker }) => speaker === "caller")?.text.replace(/\[[^\]]*\]/g, "") ?? "";
  const language = text === "" ? await conversationLanguage(tx, conversationId, asked) : answered;
  const { keptForStaff, passedOn } = sentencesIn(language);
  return reason === "unavailable" ? keptForStaff : passedOn;
}

function isAnswered({ answeredUpTo }: ConversationRow, newestId: string): boolean {
  return answeredUpTo !== null && answeredUpTo >= newestId;
}

function hasMore(tx: Tx, row: ConversationRow, newestId: string): Promise<boolean> {
  return hasWritten(tx, row, isNull(message.deletedAt), gt(message.id, newestId));
}

/** The customer has put other words in place of some, or taken some back, since the answer was begun. */
function wasChanged(tx: Tx, row: ConversationRow, { newestId, openedAt }: PendingAnswer): Promise<boolean> {
  return hasWritten(
    tx,
    row,
    lte(message.id, newestId),
    row.answeredUpTo === null ? undefined : gt(message.id, row.answeredUpTo),
    or(gt(message.editedAt, openedAt), gt(message.deletedAt, openedAt)),
  );
}

/** Whether there is such a message of the customer's. */
async function hasWritten(tx: Tx, { id }: ConversationRow, ...such: (SQL | undefined)[]): Promise<boolean> {
  const [row] = await tx
    .select({ id: message.id })
    .from(message)
    .where(and(eq(message.conversationId, id), eq(message.direction, "in"), ...such))
    .limit(1);
  return row !== undefined;
}

/** What somebody has written down stays. */
async function nameOnce(tx: Tx, { customerId }: ConversationRow, name: string): Promise<void> {
  await tx
    .update(customer)
    .set({ name, updatedAt: new Date() })
    .where(and(eq(customer.id, customerId), isNull(customer.name)));
}
