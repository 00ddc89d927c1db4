import { describe, expect, it } from "vitest";
import { ProviderFailed } from "../../errors.ts";
import { speechLike } from "../../testing/speech.ts";
import type { SpeechRequest, SpeechSynthesizer } from "./types.ts";
import { withMemory } from "./with-memory.ts";

const signal = new AbortController().signal;
const asked = (text: string, voice: string | null = "he-IL-A"): SpeechRequest => ({ text, voice, encoding: "mulaw8k" });

/** A voice that counts what it is asked for, and answers in two pieces. */
function voice(fail: () => boolean = () => false, audio: (text: string) => Uint8Array = speechLike) {
  const requests: string[] = [];
  const synthesizer: SpeechSynthesizer = {
    name: "counting",
    voices: async () => [],
    async *synthesize({ text }) {
      requests.push(text);
      yield audio(text).subarray(0, 800);
      if (fail()) throw new ProviderFailed("tts", true, "broke off");
      yield audio(text).subarray(800);
    },
  };
  return { requests, synthesizer };
}

async function heard(by: SpeechSynthesizer, request: SpeechRequest, until = signal): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of by.synthesize(request, until)) pieces.push(piece);
  return Buffer.concat(pieces);
}

describe("a voice with a memory", () => {
  it("is asked for a short sentence once, and says the same again", async () => {
    const { requests, synthesizer } = voice();
    const remembering = withMemory(synthesizer);
    expect(await heard(remembering, asked("בשמחה."))).toEqual(Buffer.from(speechLike("בשמחה.")));
    expect(await heard(remembering, asked("בשמחה."))).toEqual(Buffer.from(speechLike("בשמחה.")));
    expect(requests).toEqual(["בשמחה."]);
  });

  it("keeps each voice and encoding apart", async () => {
    const { requests, synthesizer } = voice();
    const remembering = withMemory(synthesizer);
    await heard(remembering, asked("כן."));
    await heard(remembering, asked("כן.", "he-IL-B"));
    expect(requests).toHaveLength(2);
  });

  it("keeps nothing that cannot be the sentence, nor what it cannot judge", async () => {
    const { requests, synthesizer } = voice(undefined, (text) => speechLike(text).subarray(0, 1600));
    const remembering = withMemory(synthesizer);
    for (let time = 0; time < 2; time++) await heard(remembering, asked("כן, בוודאי."));
    expect(requests).toEqual(["כן, בוודאי.", "כן, בוודאי."]);
    const plain = voice();
    const player = withMemory(plain.synthesizer);
    for (let time = 0; time < 2; time++) await heard(player, { ...asked("כן."), encoding: "mp3" });
    expect(plain.requests).toHaveLength(2);
  });

  it("does not keep long sentences, nor one that broke off or that nobody waited for", async () => {
    const broken = { now: true };
    const { requests, synthesizer } = voice(() => broken.now);
    const remembering = withMemory(synthesizer);
    await expect(heard(remembering, asked("שלום."))).rejects.toThrow("broke off");
    broken.now = false;
    const stop = new AbortController();
    for await (const _ of remembering.synthesize(asked("שלום."), stop.signal)) stop.abort();
    expect(await heard(remembering, asked("שלום."))).toEqual(Buffer.from(speechLike("שלום.")));
    const long = "הדירה ברחוב הרצל בקומה שלישית עם מעלית.";
    await heard(remembering, asked(long));
    await heard(remembering, asked(long));
    expect(requests).toEqual(["שלום.", "שלום.", "שלום.", long, long]);
  });

  it("keeps no more memory than the sound takes", async () => {
    const remembering = withMemory(voice().synthesizer);
    await heard(remembering, asked("בשמחה."));
    // A small buffer of Node's is a slice of a large one, which all of its neighbours would stay in.
    for await (const piece of remembering.synthesize(asked("בשמחה."), signal))
      expect(piece.buffer.byteLength).toBe(piece.length);
  });

  it("forgets what was used longest ago when it is full", async () => {
    const { requests, synthesizer } = voice();
    const remembering = withMemory(synthesizer, 2 * speechLike("אא").length);
    for (const text of ["אא", "בב", "אא", "גג", "אא", "בב"]) await heard(remembering, asked(text));
    expect(requests).toEqual(["אא", "בב", "גג", "בב"]);
  });
});
