import { and, desc, eq, isNull, notInArray, notLike, or, sql } from "drizzle-orm";
import { message } from "#drizzle/schema/index.ts";
import { amongStaff } from "../messaging/schemas/content.ts";
import type { OrderingStep } from "./step.ts";

/** What was said to the customer last, by whomever. */
interface LastSaid {
  id: string;
  body: string;
  author: (typeof message.$inferSelect)["author"];
  /** The message of theirs that it answers; null when nobody asked. */
  answerTo: string | null;
}

const ANSWER = /^answer:([^:]+):\d+$/;

/** Null when nothing was said to them yet. What this very step says is not said yet. */
export async function lastSaid(step: OrderingStep): Promise<LastSaid | null> {
  const [last] = await saidLately(step, 1);
  return last ?? null;
}

/** The newest first. News of an order (`toldKey`) asks nothing, and is left out. */
export async function saidLately({ tx, at }: OrderingStep, most: number): Promise<LastSaid[]> {
  const rows = await tx
    .select({ id: message.id, body: message.body, author: message.author, onceKey: message.onceKey })
    .from(message)
    .where(
      and(
        eq(message.conversationId, at.conversationId),
        eq(message.direction, "out"),
        or(isNull(message.onceKey), notLike(message.onceKey, "order:%")),
        notInArray(sql`${message.content}->>'kind'`, [...amongStaff]),
      ),
    )
    .orderBy(desc(message.id))
    .limit(most);
  return rows.map(({ onceKey, ...said }) => ({ ...said, answerTo: ANSWER.exec(onceKey ?? "")?.[1] ?? null }));
}

/** Whether the summary is what the customer was told last; `early`: they wrote this before they can have read it. */
export async function summaryStands(step: OrderingStep): Promise<"yes" | "early" | "no"> {
  const { shown } = step.cart;
  const last = await lastSaid(step);
  if (!shown || last === null || last.answerTo !== (shown.askedIn ?? null)) return "no";
  return last.id < step.at.messageId ? "yes" : "early";
}
