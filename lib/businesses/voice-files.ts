/** The agent's voice outside the media stream: sentences as MP3 files that the phone network fetches. */
import { createHash, randomBytes } from "node:crypto";
import { and, eq, lt, sql } from "drizzle-orm";
import { z } from "zod";
import { voiceFile } from "#drizzle/schema/index.ts";
import { env } from "../config/env.ts";
import { type Context, systemContext } from "../context.ts";
import { allBusinesses, voiceFileByName } from "../db/system.ts";
import { forBusiness, type Tx } from "../db/tenant.ts";
import { type Pronunciation, speakable } from "../hebrew/speakable/index.ts";
import { inTime } from "../in-time.ts";
import { log } from "../log.ts";
import { mp3FromMulaw } from "../providers/audio/mp3.ts";
import { checkedSpeech } from "./checked-speech.ts";
import { getVoiceSettings } from "./get-settings.ts";
import { lexiconOf } from "./lexicon-of.ts";
import { speechSynthesizer } from "./synthesizer.ts";
import { ANOTHER_VOICE, loadVoiceClips } from "./voice-clips.ts";

/** Long enough for a voice that fails and the one that steps in for it. */
const RENDER_WITHIN_MS = 10_000;
const UNUSED_AFTER = "30 days";
const REFRESH_AFTER = "1 day";

/** What is asked for just now: calls that are cut by the same failure all want the same sentence at once. */
const underWay = new Map<string, Promise<RenderedFile>>();
/** The network that was told something meanwhile asks again, and must find what was said in another voice. */
const STAND_IN_STAYS_MS = 10_000;

const fileName = z.string().regex(/^[\w-]{32}\.mp3$/);

export interface SpokenSentence {
  /** As it is to be spoken, in words only, the business's own pronunciations included. */
  text: string;
  /** The public address of it as MP3 in the business's voice; null when the network's own voice has to say it. */
  url: string | null;
  /** False when the business has a voice of its own, and it failed or was late. */
  inOwnVoice: boolean;
}

/**
 * A written sentence for the phone network. When it cannot be rendered within `waitMs`, or fails its check, the network's
 * own voice says it; what is only late is there the next time.
 */
export async function spokenSentence(
  ctx: Context,
  voice: string | null,
  written: string,
  waitMs: number,
): Promise<SpokenSentence> {
  const text = speakable(written, await knownPronunciations(ctx));
  if (text === "") return { text, url: null, inOwnVoice: true };
  try {
    const file = await inTime(ensureFile(ctx, voice, text), waitMs);
    const url = file && new URL(`/static/voice/${file.name}.mp3`, env().publicUrl).toString();
    return { text, url, inOwnVoice: file ? !file.standIn : !speechSynthesizer() };
  } catch (error) {
    log().warn({ err: error, business_id: ctx.businessId }, "a sentence could not be rendered for the phone network");
    return { text, url: null, inOwnVoice: !speechSynthesizer() };
  }
}

/** None while nobody can be asked: a wrong stress is better than silence. */
async function knownPronunciations(ctx: Context): Promise<Pronunciation[]> {
  return forBusiness(ctx, lexiconOf, "lexiconOf").catch((error: unknown) => {
    log().warn({ err: error, business_id: ctx.businessId }, "the pronunciations could not be read");
    return [];
  });
}

/** The MP3 of that file name ("….mp3"); null when there is none. */
export async function readVoiceFile(name: string): Promise<Uint8Array<ArrayBuffer> | null> {
  return fileName.safeParse(name).success ? voiceFileByName(name.replace(/\.mp3$/, "")) : null;
}

/** The greeting of the oldest business as MP3; null when there is no business or no voice for it. */
export async function welcomeFile(): Promise<Uint8Array<ArrayBuffer> | null> {
  const [businessId] = await allBusinesses();
  if (!businessId) return null;
  const ctx = systemContext(businessId, "welcome-file");
  const { greeting, voice } = await getVoiceSettings(ctx);
  const { url } = await spokenSentence(ctx, voice, greeting, RENDER_WITHIN_MS);
  return url === null ? null : readVoiceFile(url.slice(url.lastIndexOf("/") + 1));
}

/** Removes the files that nobody asked for in a month. Run by the nightly sweep. */
export async function sweepVoiceFiles(tx: Tx): Promise<void> {
  await tx.delete(voiceFile).where(lt(voiceFile.usedAt, sql`now() - ${UNUSED_AFTER}::interval`));
}

interface RenderedFile {
  name: string;
  /** Another voice said it, because the business's own failed. */
  standIn: boolean;
}

function ensureFile(ctx: Context, voice: string | null, text: string): Promise<RenderedFile> {
  const key = keyOf(voice ?? "", text);
  const asked = `${ctx.businessId} ${key}`;
  const running = underWay.get(asked);
  if (running) return running;
  const file = findOrRender(ctx, voice, text, key);
  underWay.set(asked, file);
  const forget = () => underWay.delete(asked);
  file.then(({ standIn }) => (standIn ? setTimeout(forget, STAND_IN_STAYS_MS).unref() : forget()), forget);
  return file;
}

async function findOrRender(ctx: Context, voice: string | null, text: string, key: string): Promise<RenderedFile> {
  const kept = await forBusiness(ctx, (tx) => findFile(tx, key), "findVoiceFile");
  if (kept) return { ...kept, standIn: false };
  const { mulaw, standIn } = await speech(ctx, voice, text);
  // Another voice is played, but is not found under this one's key: this one is asked again the next time.
  const keptAs = standIn ? keyOf(ANOTHER_VOICE, text) : key;
  const values = {
    businessId: ctx.businessId,
    key: keptAs,
    name: randomBytes(24).toString("base64url"),
    text,
    mp3: mp3FromMulaw(mulaw),
    durationMs: Math.round(mulaw.length / 8),
  };
  return forBusiness(ctx, async function keepVoiceFile(tx) {
    await tx.insert(voiceFile).values(values).onConflictDoNothing();
    // Rendered by another process at the same time: the first one counts.
    const { name } = (await findFile(tx, keptAs)) ?? values;
    return { name, standIn };
  });
}

async function findFile(tx: Tx, key: string): Promise<{ name: string } | undefined> {
  const [found] = await tx.select({ name: voiceFile.name }).from(voiceFile).where(eq(voiceFile.key, key));
  if (found) {
    const longAgo = lt(voiceFile.usedAt, sql`now() - ${REFRESH_AFTER}::interval`);
    await tx
      .update(voiceFile)
      .set({ usedAt: new Date() })
      .where(and(eq(voiceFile.key, key), longAgo));
  }
  return found;
}

/** What is rendered ahead for the stream needs no voice now. */
async function speech(
  ctx: Context,
  voice: string | null,
  text: string,
): Promise<Pick<RenderedFile, "standIn"> & { mulaw: Uint8Array }> {
  const ahead = (await loadVoiceClips(ctx, voice, [text])).get(text);
  if (ahead) return { mulaw: ahead, standIn: false };
  const synthesizer = speechSynthesizer();
  if (!synthesizer) throw new Error("no voice is configured");
  const troubles: unknown[] = [];
  const request = { text, voice, onTrouble: (error: unknown) => troubles.push(error) };
  const mulaw = await checkedSpeech(synthesizer, request, AbortSignal.timeout(RENDER_WITHIN_MS));
  for (const error of troubles) log().warn({ err: error, business_id: ctx.businessId }, "another voice stepped in");
  return { mulaw, standIn: troubles.length > 0 };
}

function keyOf(voice: string, text: string): string {
  return createHash("sha256").update(`${voice}\n${text}`).digest("hex");
}
