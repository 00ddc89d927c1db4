import { and, eq, sql } from "drizzle-orm";
import { whatsappArrival } from "#drizzle/schema/index.ts";
import type { Context } from "../context.ts";
import { storable } from "../db/storable.ts";
import { forBusiness } from "../db/tenant.ts";
import { cut } from "../hebrew/cut.ts";
import { clockTime, dateInWords } from "../hebrew/dates.ts";
import { openTaskOnce } from "../tasks/open-task-once.ts";
import { type KeptArrival, MOST_TRIES } from "./device.ts";

interface Failed extends Pick<KeptArrival, "providerId" | "since"> {
  /** What its writer calls themselves; null when it cannot even be read. */
  name: string | null;
}

/**
 * What waits could not be received once more. After the last try it is put aside: the staff are told, as a task, and it is
 * not tried again. True when that was the last.
 */
export async function failArrival(ctx: Context, { providerId, since, name }: Failed): Promise<boolean> {
  return forBusiness(ctx, async function failArrival(tx) {
    const [failed] = await tx
      .update(whatsappArrival)
      .set({ failures: sql`${whatsappArrival.failures} + 1` })
      .where(and(eq(whatsappArrival.businessId, ctx.businessId), eq(whatsappArrival.providerId, providerId)))
      .returning({ failures: whatsappArrival.failures });
    if (failed?.failures !== MOST_TRIES) return false;
    const whose = name ? `: ${cut(storable(name), 80)}` : "";
    await openTaskOnce(tx, ctx, {
      onceKey: `unreceived:${providerId}`,
      title: `הודעה ב־WhatsApp שלא נקלטה${whose}`,
      details: `הגיעה ב${dateInWords(since)} בשעה ${clockTime(since)}. אי אפשר היה לשמור אותה, ולכן היא לא בתיבה. אפשר לקרוא אותה ולענות בטלפון של העסק.`,
      customerId: null,
    });
    return true;
  });
}
