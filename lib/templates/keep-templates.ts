import { isDeepStrictEqual } from "node:util";
import { eq } from "drizzle-orm";
import { messageTemplate } from "#drizzle/schema/index.ts";
import type { Context } from "../context.ts";
import { forBusiness, type Tx } from "../db/tenant.ts";
import { publish } from "../events/publish.ts";
import type { CarriedTemplate } from "../providers/whatsapp/types.ts";
import type { TemplateRow } from "./sendable-template.ts";

/**
 * Makes a business's templates what its carrier has now. One that the carrier has no more stays, for the messages that
 * were made of it, and is not offered. Says so to the pages only when something has changed.
 */
export async function keepTemplates(ctx: Context, carried: readonly CarriedTemplate[]): Promise<void> {
  await forBusiness(ctx, async function keepTemplates(tx) {
    const known = await tx.select().from(messageTemplate).where(eq(messageTemplate.businessId, ctx.businessId));
    const byName = new Map(known.map((row) => [row.providerId, row]));
    let changed = false;
    for (const template of carried) {
      changed = (await keep(tx, ctx, template, byName.get(template.providerId))) || changed;
      byName.delete(template.providerId);
    }
    for (const row of byName.values()) {
      if (row.goneAt !== null) continue;
      await tx.update(messageTemplate).set({ goneAt: new Date() }).where(eq(messageTemplate.id, row.id));
      changed = true;
    }
    if (changed) await publish(tx, { type: "templates.changed" });
  });
}

/** Whether there was anything to keep. Two who read the list at once keep the same. */
async function keep(tx: Tx, ctx: Context, template: CarriedTemplate, row: TemplateRow | undefined): Promise<boolean> {
  if (row === undefined) {
    await tx
      .insert(messageTemplate)
      .values({ ...template, businessId: ctx.businessId })
      .onConflictDoNothing({ target: [messageTemplate.businessId, messageTemplate.providerId] });
    return true;
  }
  const { id, businessId, createdAt, goneAt, ...had } = row;
  if (goneAt === null && isDeepStrictEqual(had, template)) return false;
  await tx
    .update(messageTemplate)
    .set({ ...template, goneAt: null })
    .where(eq(messageTemplate.id, id));
  return true;
}
