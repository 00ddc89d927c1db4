import { eq } from "drizzle-orm";
import { business } from "#drizzle/schema/index.ts";
import { recordAudit } from "../audit/record.ts";
import type { Context } from "../context.ts";
import { forBusiness } from "../db/tenant.ts";
import { NotFound } from "../errors.ts";
import { publish } from "../events/publish.ts";
import { requirePermission } from "../permissions.ts";
import {
  type CallsInput,
  callsInput,
  type HoursInput,
  hoursInput,
  type MessagesInput,
  messagesInput,
  type OrderingInput,
  orderingInput,
  type PersonaInput,
  personaInput,
  type TransferInput,
  transferInput,
  type VoiceInput,
  voiceInput,
} from "./schemas.ts";
import { enqueueRendering } from "./voice-clips.ts";

/** Who the agent is and how it speaks; in force on the next call. */
export function updatePersona(ctx: Context, input: PersonaInput): Promise<void> {
  return change(ctx, "business.persona", personaInput.parse(input));
}

/** The greeting and the voice; both are rendered ahead by a job. */
export function updateVoice(ctx: Context, input: VoiceInput): Promise<void> {
  return change(ctx, "business.voice", voiceInput.parse(input));
}

export function updateHours(ctx: Context, input: HoursInput): Promise<void> {
  return change(ctx, "business.hours", hoursInput.parse(input));
}

/** Where callers are transferred to; null = nowhere. */
export function updateTransfer(ctx: Context, input: TransferInput): Promise<void> {
  return change(ctx, "business.transfer", transferInput.parse(input));
}

/** How calls are answered, how long the agent waits before it speaks, and how many it talks with at once. */
export function updateCalls(ctx: Context, input: CallsInput): Promise<void> {
  return change(ctx, "business.calls", callsInput.parse(input));
}

/** Whether the agent answers written messages, and after how long a wait; in force for the next message. */
export function updateMessages(ctx: Context, input: MessagesInput): Promise<void> {
  const { enableMessageAgent, replyDelaySeconds } = messagesInput.parse(input);
  return change(ctx, "business.messages", { enableMessageAgent, replyDelayMs: replyDelaySeconds * 1000 });
}

/** Whether what is ordered is delivered, and for how much; in force for the next summary of an order. */
export function updateOrdering(ctx: Context, input: OrderingInput): Promise<void> {
  const { deliveryFee } = orderingInput.parse(input);
  return change(ctx, "business.ordering", {
    deliveryAgorot: deliveryFee === null ? null : Math.round(deliveryFee * 100),
  });
}

type Values = Partial<typeof business.$inferSelect>;

async function change(ctx: Context, action: `business.${string}`, values: Values): Promise<void> {
  requirePermission(ctx, "business.write");

  await forBusiness(ctx, async function updateSettings(tx) {
    const [row] = await tx.select().from(business).for("update");
    if (!row) throw new NotFound("העסק לא נמצא");
    const before = Object.fromEntries(Object.keys(values).map((key) => [key, row[key as keyof Values]]));
    await tx
      .update(business)
      .set({ ...values, updatedAt: new Date() })
      .where(eq(business.id, ctx.businessId));
    await recordAudit(tx, ctx, { action, subjectId: ctx.businessId, before, after: values });
    if (action === "business.voice") await enqueueRendering(tx, ctx);
    await publish(tx, { type: "business.changed" });
  });
}
