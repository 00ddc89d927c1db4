import { eq } from "drizzle-orm";
import { attachment } from "#drizzle/schema/index.ts";
import type { Context } from "../../context.ts";
import type { Tx } from "../../db/tenant.ts";

/**
 * A file that we keep, once more, to be sent with one message: an attachment belongs to one message, a product's picture
 * goes with many. The bytes stay where they are. Nothing for nothing, and for what is not kept.
 */
export async function copyAttachment(tx: Tx, ctx: Context, attachmentId: string | null): Promise<string[]> {
  if (attachmentId === null) return [];
  const [row] = await tx.select().from(attachment).where(eq(attachment.id, attachmentId));
  if (row?.state !== "kept") return [];
  const { kind, state, contentType, fileName, sizeBytes, fileKey } = row;
  const [copy] = await tx
    .insert(attachment)
    .values({
      ...{ kind, state, contentType, fileName, sizeBytes, fileKey },
      businessId: ctx.businessId,
      source: { carrier: "none" },
    })
    .returning({ id: attachment.id });
  return copy ? [copy.id] : [];
}
