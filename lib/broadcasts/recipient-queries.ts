import { and, asc, count, eq, gt, inArray, type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import { broadcast, broadcastRecipient, conversation, customer, message } from "#drizzle/schema/index.ts";
import { decodeCursor, encodeCursor, toPage } from "../db/cursor.ts";
import type { Tx } from "../db/tenant.ts";
import { NotFound } from "../errors.ts";
import { deliveryErrorHe, heldBackCodes } from "../messaging/schemas/delivery-errors.ts";
import type { RecipientView, recipientListInput } from "./schemas/broadcast.ts";
import { type RecipientResult, recipientResults } from "./schemas/states.ts";

/** How far it came with a recipient: until the message is made their own state says it, then the message's. */
const result: SQL<RecipientResult> = sql`case
  when ${broadcastRecipient.state} <> 'queued' then ${broadcastRecipient.state}
  when ${message.status} in ('failed', 'undelivered') then
    case when ${inArray(message.errorCode, [...heldBackCodes])} then 'skipped' else 'failed' end
  when ${message.status} in ('queued', 'sending') then 'queued'
  else ${message.status} end`;

/** How many of a broadcast came how far, in the order of the way. */
export async function resultCounts(tx: Tx, broadcastId: string): Promise<{ result: RecipientResult; count: number }[]> {
  const rows = await tx
    .select({ result, count: count() })
    .from(broadcastRecipient)
    .leftJoin(message, eq(message.id, broadcastRecipient.messageId))
    .where(eq(broadcastRecipient.broadcastId, broadcastId))
    .groupBy(sql`1`);
  return recipientResults.flatMap((name) => rows.filter((row) => row.result === name));
}

/** In the order in which they are written to. Throws NotFound for a broadcast that is none of this business's. */
export async function recipientPage(tx: Tx, input: z.output<typeof recipientListInput>) {
  const [known] = await tx.select({ id: broadcast.id }).from(broadcast).where(eq(broadcast.id, input.broadcastId));
  if (!known) throw new NotFound("השידור לא נמצא");
  const after = input.cursor ? decodeCursor(input.cursor, z.literal("")) : null;
  const rows = await tx
    .select({ row: broadcastRecipient, result, message, customerId: customer.id, name: customer.name })
    .from(broadcastRecipient)
    .leftJoin(message, eq(message.id, broadcastRecipient.messageId))
    .leftJoin(conversation, eq(conversation.id, message.conversationId))
    .leftJoin(customer, sql`${customer.id} = coalesce(${conversation.customerId}, ${broadcastRecipient.customerId})`)
    .where(
      and(
        eq(broadcastRecipient.broadcastId, input.broadcastId),
        after ? gt(broadcastRecipient.id, after[1]) : undefined,
        input.result ? sql`${result} = ${input.result}` : undefined,
      ),
    )
    .orderBy(asc(broadcastRecipient.id))
    .limit(input.limit + 1);
  return toPage(
    rows,
    input.limit,
    ({ row }) => encodeCursor("", row.id),
    ({ row, result: came, message: sent, customerId, name }): RecipientView => ({
      ...{ id: row.id, customerId, customerName: name, phone: row.phone, result: came },
      reason: reasonOf(came, row.skipReason ?? sent?.errorCode ?? null),
      conversationId: sent?.conversationId ?? null,
      at: (sent?.readAt ?? sent?.deliveredAt ?? sent?.sentAt ?? sent?.createdAt)?.toISOString() ?? null,
    }),
  );
}

function reasonOf(came: RecipientResult, code: string | null): string | null {
  return came === "failed" || came === "skipped" ? deliveryErrorHe(code) : null;
}
