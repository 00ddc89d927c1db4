import { createHash } from "node:crypto";
import { asc, inArray, notInArray } from "drizzle-orm";
import { voiceClip } from "#drizzle/schema/index.ts";
import type { Context } from "../context.ts";
import { forBusiness, type Tx } from "../db/tenant.ts";
import { enqueue } from "../jobs/queue.ts";

/** Under this name is kept what another voice said for one that failed: it is never taken for a business's own. */
export const ANOTHER_VOICE = "another voice";

const SAMPLES_PER_MS = 8;

/**
 * The rendered audio (raw mu-law 8 kHz) of those texts that have been rendered in this voice, by text. The texts are
 * what the voice reads: a sentence whose pronunciation was changed is another text, so that no clip grows stale.
 */
export async function loadVoiceClips(
  ctx: Context,
  voice: string | null,
  texts: string[],
): Promise<Map<string, Uint8Array>> {
  const keys = texts.map((text) => clipKey(voice, text));
  const rows = await forBusiness(
    ctx,
    (tx) => tx.select().from(voiceClip).where(inArray(voiceClip.key, keys)),
    "loadVoiceClips",
  );
  return new Map(rows.map((row) => [row.text, row.mulaw]));
}

/**
 * The same in whatever voice, the newest of each: what was rendered before the voice was changed, or by another one. For
 * words that bridge a wait, where a strange voice is better than none.
 */
export async function loadClipsOfAnyVoice(ctx: Context, texts: string[]): Promise<Map<string, Uint8Array>> {
  if (texts.length === 0) return new Map();
  const rows = await forBusiness(
    ctx,
    (tx) => tx.select().from(voiceClip).where(inArray(voiceClip.text, texts)).orderBy(asc(voiceClip.createdAt)),
    "loadClipsOfAnyVoice",
  );
  return new Map(rows.map((row) => [row.text, row.mulaw]));
}

/** Keeps one rendered sentence; again is no error. */
export async function keepVoiceClip(
  ctx: Context,
  voice: string | null,
  text: string,
  mulaw: Uint8Array,
): Promise<void> {
  const values = {
    businessId: ctx.businessId,
    key: clipKey(voice, text),
    text,
    mulaw,
    durationMs: Math.round(mulaw.length / SAMPLES_PER_MS),
  };
  await forBusiness(ctx, (tx) => tx.insert(voiceClip).values(values).onConflictDoNothing(), "keepVoiceClip");
}

/** Removes what was rendered for another voice, other words or other pronunciations: only these are still said. */
export async function dropOtherClips(ctx: Context, voice: string | null, texts: string[]): Promise<void> {
  const keys = texts.map((text) => clipKey(voice, text));
  await forBusiness(ctx, (tx) => tx.delete(voiceClip).where(notInArray(voiceClip.key, keys)), "dropOtherClips");
}

/** What is said ahead, the voice or the pronunciations have changed: a job renders what is not there yet, once. */
export async function enqueueRendering(tx: Tx, ctx: Context): Promise<void> {
  const payload = { businessId: ctx.businessId };
  await enqueue(tx, { name: "render_phrases", payload }, { onceKey: `phrases:${ctx.businessId}` });
}

function clipKey(voice: string | null, text: string): string {
  return createHash("sha256")
    .update(`${voice ?? ""}\n${text}`)
    .digest("hex");
}
