/** The words that the voice would say wrongly, and how it is to say them: heard from the next call on. */
import { asc, count, eq } from "drizzle-orm";
import { pronunciation } from "#drizzle/schema/index.ts";
import { recordAudit } from "../audit/record.ts";
import type { Context } from "../context.ts";
import { isDuplicate } from "../db/refused-row.ts";
import { forBusiness, type Tx } from "../db/tenant.ts";
import { Conflict, NotFound, RuleBroken } from "../errors.ts";
import { publish } from "../events/publish.ts";
import { sameWord } from "../hebrew/speakable/lexicon.ts";
import { requirePermission } from "../permissions.ts";
import { type PronunciationInput, type PronunciationView, pronunciationInput } from "./schemas.ts";
import { enqueueRendering } from "./voice-clips.ts";

/** Every call reads all of them. */
const MOST = 500;
const KNOWN_HE = "המילה הזאת כבר ברשימה";

/** All words of the business, by the alphabet. */
export async function listPronunciations(ctx: Context): Promise<PronunciationView[]> {
  requirePermission(ctx, "business.read");
  return forBusiness(
    ctx,
    (tx) => tx.select(columns).from(pronunciation).orderBy(asc(pronunciation.written)),
    "listPronunciations",
  );
}

/** Adds a word. Throws Conflict when it is there already. */
export async function addPronunciation(ctx: Context, input: PronunciationInput): Promise<PronunciationView> {
  requirePermission(ctx, "business.write");
  const values = pronunciationInput.parse(input);

  return changing(ctx, async function addPronunciation(tx) {
    const [kept] = await tx.select({ n: count() }).from(pronunciation);
    if ((kept?.n ?? 0) >= MOST) throw new RuleBroken(`אפשר לשמור עד ${MOST} מילים`);
    await refuseSameWord(tx, values.written);
    const [after] = await tx
      .insert(pronunciation)
      .values({ businessId: ctx.businessId, ...values })
      .returning(columns);
    if (!after) throw new Error("an insert returned nothing");
    await recordAudit(tx, ctx, { action: "pronunciation.add", subjectId: after.id, after });
    return after;
  });
}

/** Changes a word, or how it is said. Throws NotFound, also for another business's; Conflict when it is there already. */
export async function changePronunciation(
  ctx: Context,
  id: string,
  input: PronunciationInput,
): Promise<PronunciationView> {
  requirePermission(ctx, "business.write");
  const values = pronunciationInput.parse(input);

  return changing(ctx, async function changePronunciation(tx) {
    const before = await pronunciationById(tx, id);
    await refuseSameWord(tx, values.written, id);
    const after = { id, ...values };
    await tx
      .update(pronunciation)
      .set({ ...values, updatedAt: new Date() })
      .where(eq(pronunciation.id, id));
    await recordAudit(tx, ctx, { action: "pronunciation.change", subjectId: id, before, after });
    return after;
  });
}

/** Takes a word away: the voice reads it as it stands again. Throws NotFound, also for another business's. */
export async function removePronunciation(ctx: Context, id: string): Promise<void> {
  requirePermission(ctx, "business.write");

  await changing(ctx, async function removePronunciation(tx) {
    const before = await pronunciationById(tx, id);
    await tx.delete(pronunciation).where(eq(pronunciation.id, id));
    await recordAudit(tx, ctx, { action: "pronunciation.remove", subjectId: id, before });
  });
}

const columns = { id: pronunciation.id, written: pronunciation.written, spoken: pronunciation.spoken };

/** One change of the words; the sentences that are said ahead are rendered again where it touches them. */
async function changing<T>(ctx: Context, change: (tx: Tx) => Promise<T>): Promise<T> {
  try {
    return await forBusiness(
      ctx,
      async (tx) => {
        const result = await change(tx);
        await enqueueRendering(tx, ctx);
        await publish(tx, { type: "business.changed" });
        return result;
      },
      change.name,
    );
  } catch (error) {
    if (isDuplicate(error)) throw new Conflict(KNOWN_HE, { cause: error });
    throw error;
  }
}

/** In a call two that look alike are one word, and only one of them would be heard. */
async function refuseSameWord(tx: Tx, written: string, own?: string): Promise<void> {
  const known = await tx.select(columns).from(pronunciation);
  const same = known.some((word) => word.id !== own && sameWord(word.written) === sameWord(written));
  if (same) throw new Conflict(KNOWN_HE);
}

async function pronunciationById(tx: Tx, id: string): Promise<PronunciationView> {
  const [row] = await tx.select(columns).from(pronunciation).where(eq(pronunciation.id, id)).for("update");
  if (!row) throw new NotFound("המילה לא נמצאה");
  return row;
}
