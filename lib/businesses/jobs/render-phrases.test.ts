import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { ProviderFailed } from "../../errors.ts";
import { speakable } from "../../hebrew/speakable/index.ts";
import type { SpeechRequest, SpeechSynthesizer } from "../../providers/tts/types.ts";
import { withSecondVoice } from "../../providers/tts/with-second-voice.ts";
import { type TestBusiness, testBusiness } from "../../testing/business.ts";
import { type TestDatabase, testDatabase } from "../../testing/database.ts";
import { speechLike } from "../../testing/speech.ts";
import { getVoiceSettings } from "../get-settings.ts";
import { fillers, phrases, withoutStream } from "../phrases.ts";
import { addPronunciation } from "../pronunciations.ts";
import { updateVoice } from "../update-settings.ts";
import { loadClipsOfAnyVoice, loadVoiceClips } from "../voice-clips.ts";
import { renderPhrases } from "./render-phrases.ts";

let database: TestDatabase;
let business: TestBusiness;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

const fixed = [...Object.values(phrases), ...Object.values(withoutStream)];
const SENTENCES = fixed.length + 1;
/** A voice that says what `audio` makes of a text, in two pieces. */
function voice(audio: (text: string) => Uint8Array) {
  const asked: SpeechRequest[] = [];
  const synthesizer: SpeechSynthesizer = {
    name: "a test's",
    voices: () => Promise.resolve([]),
    async *synthesize(request) {
      asked.push(request);
      const all = audio(request.text);
      yield all.subarray(0, 100);
      yield all.subarray(100);
    },
  };
  return {
    synthesizer,
    asked,
    render: () => renderPhrases(synthesizer, { businessId: business.id }, AbortSignal.timeout(5000)),
  };
}

async function rendered(): Promise<Map<string, Uint8Array>> {
  const { greeting, voice: name, lexicon } = await getVoiceSettings(business.ctx);
  const texts = [greeting, ...fixed];
  return loadVoiceClips(
    business.ctx,
    name,
    texts.map((text) => speakable(text, lexicon)),
  );
}

describe("sentences rendered ahead", () => {
  beforeAll(async () => {
    business = await testBusiness();
  });

  it("are the greeting and every fixed phrase, as raw mu-law, whole", async () => {
    const { render, asked } = voice(speechLike);
    await render();
    expect(asked).toHaveLength(SENTENCES);
    expect(new Set(asked.map(({ encoding }) => encoding))).toEqual(new Set(["mulaw8k"]));
    const clips = await rendered();
    expect(clips.size).toBe(SENTENCES);
    for (const [text, mulaw] of clips) expect(Buffer.from(mulaw)).toEqual(Buffer.from(speechLike(text)));
  });

  it("are not rendered again; only what is new is", async () => {
    const again = voice(speechLike);
    await again.render();
    expect(again.asked).toEqual([]);
    await updateVoice(business.ctx, { greeting: "ברוכים הבאים לשי דירות", voice: null });
    await again.render();
    expect(again.asked.map(({ text }) => text)).toEqual(["ברוכים הבאים לשי דירות"]);
    await updateVoice(business.ctx, { greeting: "ברוכים הבאים לשי דירות", voice: "he-IL-Wavenet-B" });
    const other = voice(speechLike);
    await other.render();
    expect(other.asked.map((request) => request.voice)).toEqual(Array(SENTENCES).fill("he-IL-Wavenet-B"));
    // What was rendered for the former greeting and the former voice is gone.
    const [{ kept } = {}] = await database.owner`
      select count(*)::int as kept from voice_clip where business_id = ${business.id}`;
    expect(kept).toBe(SENTENCES);
  });

  it("are said as the pronunciations say, and again only where they changed", async () => {
    const before = voice(speechLike);
    await before.render();
    await addPronunciation(business.ctx, { written: "תקלה", spoken: "תַּקָּלָה" });
    const after = voice(speechLike);
    await after.render();
    const changed = fixed.filter((text) => text.includes("תקלה")).map((text) => text.replace("תקלה", "תַּקָּלָה"));
    expect(after.asked.map(({ text }) => text)).toEqual(changed);
    expect((await rendered()).size).toBe(SENTENCES);
  });
});

describe("a greeting with figures", () => {
  it("is spoken in words, and found by them", async () => {
    business = await testBusiness();
    const greeting = "שי דירות בע״מ, רח׳ הרצל 12. במה לעזור?";
    await updateVoice(business.ctx, { greeting, voice: null });
    const { render, asked } = voice(speechLike);
    await render();
    const spoken = "שי דירות בערבון מוגבל, רחוב הרצל שתים עשרה. במה לעזור?";
    expect(asked.map(({ text }) => text)).toContain(spoken);
    expect((await rendered()).has(spoken)).toBe(true);
  });
});

describe("audio that cannot be the sentence", () => {
  const wrong: [string, (text: string) => Uint8Array][] = [
    ["nothing", () => new Uint8Array(0)],
    ["a click", () => new Uint8Array(200).fill(17)],
    ["silence", (text) => speechLike(text).fill(0xff)],
    ["the softest noise", (text) => speechLike(text).map((_, i) => [0x7e, 0x7f, 0xfe, 0xff][i % 4] ?? 0xff)],
    ["minutes of something", (text) => new Uint8Array(text.length * 400 * 8).map((_, i) => i % 251)],
  ];

  it.each(wrong)("%s: is refused, not kept, and asked for again", async (_name, audio) => {
    business = await testBusiness();
    await expect(voice(audio).render()).rejects.toBeInstanceOf(ProviderFailed);
    expect((await rendered()).size).toBe(0);
    await voice(speechLike).render();
    expect((await rendered()).size).toBe(SENTENCES);
  });

  it("in the middle: what was good before it is kept", async () => {
    business = await testBusiness();
    const flaky = voice((text) => (text === phrases.technical ? new Uint8Array(0) : speechLike(text)));
    await expect(flaky.render()).rejects.toThrow("no audio");
    const kept = (await rendered()).size;
    expect(kept).toBeGreaterThan(0);
    const next = voice(speechLike);
    await next.render();
    expect(next.asked).toHaveLength(SENTENCES - kept);
  });
});

describe("another voice, while the first one fails", () => {
  let vendor: { down: boolean };
  let clock: { now: number };
  let second: ReturnType<typeof voice>;
  let render: () => Promise<void>;
  beforeEach(async () => {
    business = await testBusiness();
    vendor = { down: true };
    clock = { now: 0 };
    const first = voice((text) => {
      if (vendor.down) throw new ProviderFailed("tts", true, "down");
      return speechLike(text);
    });
    second = voice(speechLike);
    const both = withSecondVoice(first.synthesizer, second.synthesizer, () => clock.now);
    render = () => renderPhrases(both, { businessId: business.id }, AbortSignal.timeout(5000));
  });
  const comesBack = () => {
    vendor.down = false;
    clock.now += 61_000;
  };
  const bridging = async () => [...(await loadClipsOfAnyVoice(business.ctx, [...fillers])).keys()].toSorted();

  it("is never kept as the first one's, also while that rests; afterwards all are rendered", async () => {
    for (let attempt = 0; attempt < 5; attempt++) await expect(render()).rejects.toThrow("down");
    expect((await rendered()).size).toBe(0);
    comesBack();
    await render();
    expect((await rendered()).size).toBe(SENTENCES);
  });

  it("says the words that bridge a wait, once, until the first one says them itself", async () => {
    for (let attempt = 0; attempt < 2; attempt++) await expect(render()).rejects.toThrow("down");
    expect(await bridging()).toEqual([...fillers].toSorted());
    expect(second.asked.map(({ text }) => text)).toEqual(fillers);
    comesBack();
    await render();
    const [{ kept } = {}] = await database.owner`
      select count(*)::int as kept from voice_clip where business_id = ${business.id}`;
    expect(kept).toBe(SENTENCES);
  });

  it("need not, where they are there in the voice that the business had before", async () => {
    await voice(speechLike).render();
    await updateVoice(business.ctx, { greeting: "שלום", voice: "he-IL-Wavenet-B" });
    await expect(render()).rejects.toThrow("down");
    expect(await bridging()).toEqual([...fillers].toSorted());
    expect(second.asked).toEqual([]);
  });
});
