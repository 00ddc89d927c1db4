import { and, eq, inArray } from "drizzle-orm";
import { message } from "#drizzle/schema/index.ts";
import { parseOrderForm } from "./forms.ts";
import { saidLately } from "./last-said.ts";
import type { OrderingStep } from "./step.ts";
import { textsIn } from "./texts/index.ts";

/** So many of our words are looked back through. */
const BACK = 40;

/**
 * What a bare number or a yes is an answer to: the menu or the list of products, when nothing else was said since but what
 * numbers chose from it; a question of somebody's; other words of this bot; or nothing, because nothing was said yet.
 */
export async function whatIsAnswered(step: OrderingStep): Promise<"list" | "question" | "other" | "nothing"> {
  const said = await saidLately(step, BACK);
  if (said.length === 0) return "nothing";
  const { cart, settings } = step;
  const menu = textsIn(cart.language).menu(settings.name, cart.items.length);
  const texts = await textsOf(
    step,
    said.flatMap(({ answerTo }) => answerTo ?? []),
  );
  for (const { body, author, answerTo } of said) {
    if (body === menu) return "list";
    if (answerTo === null) return author === "system" ? "other" : "question";
    const form = parseOrderForm(texts.get(answerTo) ?? "");
    if (form?.kind === "menu" || form?.kind === "products") return "list";
    if (form?.kind !== "number" && form?.kind !== "more") return form === null ? "question" : "other";
  }
  // Somebody whose first words were a number was shown the menu.
  return said.length < BACK ? "list" : "question";
}

/** What the customer said in these messages, as the bot reads it. */
async function textsOf({ tx, at }: OrderingStep, ids: string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .select({ id: message.id, body: message.body, content: message.content, transcript: message.transcript })
    .from(message)
    .where(and(eq(message.conversationId, at.conversationId), inArray(message.id, ids)));
  return new Map(
    rows.map(({ id, body, content, transcript }) => [
      id,
      content.kind === "choice" ? content.id : body || (transcript ?? ""),
    ]),
  );
}
