import { and, eq } from "drizzle-orm";
import { conversation, membership } from "#drizzle/schema/index.ts";
import { recordAudit } from "../audit/record.ts";
import type { Context } from "../context.ts";
import { forBusiness, type Tx } from "../db/tenant.ts";
import { Invalid, NotFound } from "../errors.ts";
import { publish } from "../events/publish.ts";
import { enqueue } from "../jobs/queue.ts";
import { requirePermission } from "../permissions.ts";
import { conversationById } from "./queries.ts";
import { type ChangeConversationInput, type ConversationView, changeConversationInput } from "./schemas/views.ts";
import type { ConversationRow } from "./the-conversation.ts";

/**
 * Takes a conversation over from the agent or hands it back, assigns, snoozes, closes, opens, tags it, or notes that it
 * was read. Throws Invalid for a colleague who is none or a moment in the past, NotFound.
 */
export async function changeConversation(ctx: Context, input: ChangeConversationInput): Promise<ConversationView> {
  requirePermission(ctx, "messages.write");
  const { conversationId, mode, state, snoozedUntil, assigneeId, tags, read } = changeConversationInput.parse(input);

  return forBusiness(ctx, async function changeConversation(tx) {
    const [row] = await tx.select().from(conversation).where(eq(conversation.id, conversationId)).for("update");
    if (!row) throw new NotFound("ההתכתבות לא נמצאה");
    if (assigneeId) await refuseStranger(tx, ctx, assigneeId);
    const changes = {
      ...(mode === undefined
        ? {}
        : { mode, handover: mode === "human" ? ("taken_over" as const) : null, unsureInARow: 0 }),
      ...stateChange(state, snoozedUntil),
      ...(assigneeId === undefined ? {} : { assigneeId }),
      ...(tags === undefined ? {} : { tags: [...new Set(tags)] }),
      ...(read === undefined ? {} : { unread: 0 }),
    };
    if (Object.keys(changes).length === 0) return conversationById(tx, ctx, conversationId);
    const before = await conversationById(tx, ctx, conversationId);
    await tx.update(conversation).set(changes).where(eq(conversation.id, conversationId));
    if (changes.snoozedUntil) await wakeThen(tx, ctx, row, changes.snoozedUntil);
    const after = await conversationById(tx, ctx, conversationId);
    // That somebody looked at it is no change that anybody would want to look up.
    if (Object.keys(changes).some((name) => name !== "unread"))
      await recordAudit(tx, ctx, { action: "conversation.change", subjectId: conversationId, before, after });
    await publish(tx, { type: "conversation.changed", conversationId });
    return after;
  });
}

function stateChange(state: ChangeConversationInput["state"], until: string | undefined) {
  switch (state) {
    case undefined:
      return {};
    case "open":
    case "closed":
      return { state, snoozedUntil: null };
    case "snoozed": {
      const moment = until === undefined ? null : new Date(until);
      if (moment === null || moment.getTime() <= Date.now()) throw new Invalid("צריך לבחור מועד בעתיד");
      return { state, snoozedUntil: moment };
    }
    default:
      return state satisfies never;
  }
}

async function wakeThen(tx: Tx, ctx: Context, { id: conversationId }: ConversationRow, runAt: Date): Promise<void> {
  await enqueue(
    tx,
    { name: "wake_conversation", payload: { businessId: ctx.businessId, conversationId } },
    { onceKey: `wake:${conversationId}`, putOff: true, runAt },
  );
}

/** Only who works here can be on a conversation. */
async function refuseStranger(tx: Tx, ctx: Context, userId: string): Promise<void> {
  const [known] = await tx
    .select({ userId: membership.userId })
    .from(membership)
    .where(and(eq(membership.businessId, ctx.businessId), eq(membership.userId, userId)));
  if (!known) throw new Invalid("אין אדם כזה בצוות");
}
