import { message } from "#drizzle/schema/index.ts";
import type { Context } from "../context.ts";
import type { Tx } from "../db/tenant.ts";
import type { ConversationEvent } from "./schemas/content.ts";

/** Writes into the thread what became of the conversation and through whom, in the caller's transaction. Nothing is sent. */
export async function keepEvent(tx: Tx, ctx: Context, conversationId: string, event: ConversationEvent): Promise<void> {
  const { actor } = ctx;
  await tx.insert(message).values({
    businessId: ctx.businessId,
    conversationId,
    direction: "out",
    ...(actor.kind === "user" ? { author: "staff", authorId: actor.userId } : { author: "system" }),
    content: { kind: "event", event },
    status: "sent",
  });
}
