import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type GoogleTtsSimulator, generateServiceAccount, startGoogleTts } from "#simulators/google-tts/index.ts";
import type { Context } from "../context.ts";
import { forBusiness } from "../db/tenant.ts";
import { type TestBusiness, testBusiness } from "../testing/business.ts";
import { type TestDatabase, testDatabase } from "../testing/database.ts";
import { getVoiceSettings } from "./get-settings.ts";
import { addPronunciation } from "./pronunciations.ts";
import { keepVoiceClip } from "./voice-clips.ts";
import { readVoiceFile, spokenSentence, sweepVoiceFiles, welcomeFile } from "./voice-files.ts";

const TEXT = "אפשר להשאיר הודעה אחרי הצליל.";
let database: TestDatabase;
let business: TestBusiness;
let google: GoogleTtsSimulator;
beforeAll(async () => {
  database = await testDatabase();
  const { json } = generateServiceAccount("http://127.0.0.1:1");
  google = await startGoogleTts({ serviceAccountJson: json, latency: "none" });
  Object.assign(process.env, { GOOGLE_TTS_SA_JSON: json, GOOGLE_TTS_BASE_URL: google.url });
  business = await testBusiness();
});
afterAll(async () => {
  await google.close();
  await database.drop();
});

async function urlOf(ctx: Context, voice: string | null, written: string, waitMs = 5000): Promise<string | null> {
  return (await spokenSentence(ctx, voice, written, waitMs)).url;
}

const nameOf = (url: string | null) => url?.split("/").at(-1) ?? "";
const spoken = () => google.requests.after(0).filter(({ step }) => step === "voice").length;

async function ageFiles(days: number): Promise<void> {
  await database.owner`update voice_file set used_at = now() - make_interval(days => ${days})`;
}

describe("a sentence for the phone network", () => {
  it("is an MP3 under an unguessable name, rendered once", async () => {
    const before = spoken();
    const url = await urlOf(business.ctx, null, TEXT);
    expect(url).toMatch(/\/static\/voice\/[\w-]{32}\.mp3$/);
    const mp3 = await readVoiceFile(nameOf(url));
    expect([mp3?.[0], (mp3?.[1] ?? 0) & 0xe0]).toEqual([0xff, 0xe0]);
    expect(await urlOf(business.ctx, null, TEXT)).toBe(url);
    expect(spoken()).toBe(before + 1);
    expect(await urlOf(business.ctx, "he-IL-Wavenet-B", TEXT)).not.toBe(url);
    expect(await urlOf((await testBusiness()).ctx, null, TEXT)).not.toBe(url);
  });

  it("is one file when two calls ask for it at once", async () => {
    const [one, two] = await Promise.all([1, 2].map(() => urlOf(business.ctx, null, "משפט לשניים.")));
    expect(one).toBe(two);
  });

  it("is rendered once when all calls are cut at the same moment", async () => {
    const before = spoken();
    const urls = await Promise.all(Array.from({ length: 20 }, () => urlOf(business.ctx, null, "משפט לכולם בבת אחת.")));
    expect(new Set(urls).size).toBe(1);
    expect(spoken()).toBe(before + 1);
  });

  it("needs no voice when it was rendered ahead", async () => {
    const ahead = "נאמר מראש.";
    await keepVoiceClip(business.ctx, null, ahead, new Uint8Array(8000).fill(0x40));
    const before = spoken();
    expect(await urlOf(business.ctx, null, ahead)).not.toBeNull();
    expect(spoken()).toBe(before);
  });

  it("is rendered in words, as the business wants them to be said, and the network's own voice says the same", async () => {
    await addPronunciation(business.ctx, { written: "הרצל", spoken: "הֶרְצֵל" });
    const asked = () => google.requests.after(0).at(-1)?.detail;
    const rendered = await spokenSentence(business.ctx, null, "רח׳ הרצל 12, 3 חדרים ב-5,000 ₪.", 5000);
    const text = "רחוב הֶרְצֵל שתים עשרה, שלושה חדרים בחמשת אלפים שקלים.";
    expect(rendered).toEqual({ text, url: expect.stringMatching(/mp3$/), inOwnVoice: true });
    expect(asked()).toMatchObject({ text });
    google.faults.set({ voice: { kind: "500", times: 1 } });
    expect(await spokenSentence(business.ctx, null, "קומה 2 ברח׳ הרצל.", 5000)).toEqual({
      text: "קומה שתיים ברחוב הֶרְצֵל.",
      url: null,
      inOwnVoice: false,
    });
  });

  it("that comes too late is said by the network, and is there the next time", async () => {
    google.latency.set("slow");
    const sentence = "משפט שמגיע מאוחר מדי.";
    expect(await urlOf(business.ctx, null, sentence, 1)).toBeNull();
    expect(await urlOf(business.ctx, null, sentence)).not.toBeNull();
    google.latency.set("none");
  });

  it.each(["500", "empty", "truncated"] as const)(
    "is left to the network's own voice when ours fails (%s)",
    async (kind) => {
      google.faults.set({ voice: { kind, times: 1 } });
      expect(await urlOf(business.ctx, null, `משפט אחר לגמרי ${kind}`)).toBeNull();
      expect(await urlOf(business.ctx, null, `משפט אחר לגמרי ${kind}`)).not.toBeNull();
    },
  );

  it("is nobody's under a name that was never given out", async () => {
    for (const name of ["", "x.mp3", `${"a".repeat(32)}.mp3`, "../secret.mp3"]) {
      expect(await readVoiceFile(name)).toBeNull();
    }
  });

  it("is removed when nobody asked for it in a month; a use keeps it", async () => {
    const used = await urlOf(business.ctx, null, TEXT);
    const unused = await urlOf(business.ctx, null, "משפט שאיש לא צריך.");
    await ageFiles(31);
    expect(await urlOf(business.ctx, null, TEXT)).toBe(used);
    await forBusiness(business.ctx, sweepVoiceFiles);
    expect(await readVoiceFile(nameOf(used))).not.toBeNull();
    expect(await readVoiceFile(nameOf(unused))).toBeNull();
  });

  it("greets for the oldest business at a fixed address", async () => {
    const { greeting, voice } = await getVoiceSettings(business.ctx);
    const url = await urlOf(business.ctx, voice, greeting);
    expect(await welcomeFile()).toEqual(await readVoiceFile(nameOf(url)));
  });
});
