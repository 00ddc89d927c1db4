import { and, eq, isNull } from "drizzle-orm";
import { whatsappArrival } from "#drizzle/schema/index.ts";
import type { Context } from "../context.ts";
import { forBusiness } from "../db/tenant.ts";
import { cut } from "../hebrew/cut.ts";
import { clockTime, dateInWords } from "../hebrew/dates.ts";
import { openTaskOnce } from "../tasks/open-task-once.ts";

interface Hidden {
  /** WhatsApp's name for the message, which waits in the journal. */
  providerId: string;
  /** WhatsApp's name for whoever wrote, behind which there is a number that it has not told. */
  person: string;
  /** What they call themselves; null when not told. */
  name: string | null;
  writtenAt: Date;
}

/**
 * Tells the staff of a message that cannot be shown, since nobody knows its writer's number: as a task, one a day for
 * everything that one person writes. It goes on waiting. One that they were told of, or that is received: nothing.
 */
export async function tellHiddenNumber(ctx: Context, hidden: Hidden): Promise<void> {
  const { providerId, person, name, writtenAt } = hidden;
  await forBusiness(ctx, async function tellHiddenNumber(tx) {
    const told = await tx
      .update(whatsappArrival)
      .set({ toldAt: new Date() })
      .where(
        and(
          eq(whatsappArrival.businessId, ctx.businessId),
          eq(whatsappArrival.providerId, providerId),
          isNull(whatsappArrival.toldAt),
        ),
      )
      .returning({ id: whatsappArrival.id });
    if (told.length === 0) return;
    await openTaskOnce(tx, ctx, {
      onceKey: `hidden_number:${person}:${writtenAt.toISOString().slice(0, 10)}`,
      title: `הודעה ב־WhatsApp שהמספר שלה מוסתר${name ? `: ${cut(name, 80)}` : ""}`,
      details: `נכתבה ב${dateInWords(writtenAt)} בשעה ${clockTime(writtenAt)}. WhatsApp עוד לא מסר מאיזה מספר, ולכן היא לא בתיבה ואי אפשר לענות עליה מכאן. אפשר לקרוא אותה ולענות בטלפון של העסק. כשהמספר ייוודע, היא תופיע בתיבה.`,
      customerId: null,
    });
  });
}
