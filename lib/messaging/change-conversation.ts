import { eq } from "drizzle-orm";
import { conversation } from "#drizzle/schema/index.ts";
import { recordAudit } from "../audit/record.ts";
import type { Context } from "../context.ts";
import { forBusiness, type Tx } from "../db/tenant.ts";
import { Invalid, NotFound } from "../errors.ts";
import { publish } from "../events/publish.ts";
import { requirePermission } from "../permissions.ts";
import { keepEvent } from "./keep-event.ts";
import { answeringStaff } from "./list-staff.ts";
import { conversationById } from "./queries.ts";
import type { ConversationEvent } from "./schemas/content.ts";
import { type ChangeConversationInput, type ConversationView, changeConversationInput } from "./schemas/views.ts";
import { wakeThen } from "./wake-then.ts";

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
    const assigneeName = assigneeId ? await nameOfStaff(tx, ctx, assigneeId) : null;
    const changes = {
      ...(mode === undefined
        ? {}
        : { mode, handover: mode === "human" ? ("taken_over" as const) : null, unsureInARow: 0 }),
      ...stateChange(state, snoozedUntil),
      ...(assigneeId === undefined ? {} : { assigneeId }),
      ...(tags === undefined ? {} : { tags }),
      ...(read === undefined ? {} : { unread: 0 }),
    };
    if (Object.keys(changes).length === 0) return conversationById(tx, ctx, conversationId);
    const before = await conversationById(tx, ctx, conversationId);
    await tx.update(conversation).set(changes).where(eq(conversation.id, conversationId));
    if (changes.snoozedUntil) await wakeThen(tx, ctx, conversationId, changes.snoozedUntil);
    const after = await conversationById(tx, ctx, conversationId);
    for (const event of eventsOf(before, after, assigneeName)) await keepEvent(tx, ctx, conversationId, event);
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

/** What of it belongs into the thread. */
function* eventsOf(
  before: ConversationView,
  after: ConversationView,
  assigneeName: string | null,
): Generator<ConversationEvent> {
  if (after.mode !== before.mode)
    yield after.mode === "bot" ? { what: "to_bot" } : { what: "to_human", reason: "taken_over" };
  if (after.assigneeId !== before.assigneeId)
    yield assigneeName === null ? { what: "unassigned" } : { what: "assigned", name: assigneeName };
  if (after.snoozedUntil !== null && after.snoozedUntil !== before.snoozedUntil)
    yield { what: "snoozed", until: after.snoozedUntil };
  if (after.state === "closed" && before.state !== "closed") yield { what: "closed" };
  if (after.state === "open" && before.state !== "open")
    yield { what: before.state === "closed" ? "reopened" : "woken" };
}

/** Only who may answer here can be on a conversation. */
async function nameOfStaff(tx: Tx, ctx: Context, userId: string): Promise<string> {
  const known = (await answeringStaff(tx, ctx)).find(({ id }) => id === userId);
  if (!known) throw new Invalid("אין אדם כזה בצוות שעונה להודעות");
  return known.name;
}
