import { describe, expect, it } from "vitest";
import { ProviderFailed } from "../../errors.ts";
import type { SpeechRequest, SpeechSynthesizer } from "./types.ts";
import { withMemory } from "./with-memory.ts";

const signal = new AbortController().signal;
const asked = (text: string, voice: string | null = "he-IL-A"): SpeechRequest => ({ text, voice, encoding: "mulaw8k" });

/** A voice that counts what it is asked for, and answers with the text itself in two pieces. */
function voice(fail: () => boolean = () => false) {
  const requests: string[] = [];
  const synthesizer: SpeechSynthesizer = {
    name: "counting",
    voices: async () => [],
    async *synthesize({ text }) {
      requests.push(text);
      yield Buffer.from(text.slice(0, 2));
      if (fail()) throw new ProviderFailed("tts", true, "broke off");
      yield Buffer.from(text.slice(2));
    },
  };
  return { requests, synthesizer };
}

async function heard(by: SpeechSynthesizer, request: SpeechRequest, until = signal): Promise<string> {
  const pieces: Uint8Array[] = [];
  for await (const piece of by.synthesize(request, until)) pieces.push(piece);
  return Buffer.concat(pieces).toString();
}

describe("a voice with a memory", () => {
  it("is asked for a short sentence once, and says the same again", async () => {
    const { requests, synthesizer } = voice();
    const remembering = withMemory(synthesizer);
    expect(await heard(remembering, asked("בשמחה."))).toBe("בשמחה.");
    expect(await heard(remembering, asked("בשמחה."))).toBe("בשמחה.");
    expect(requests).toEqual(["בשמחה."]);
  });

  it("keeps each voice and encoding apart", async () => {
    const { requests, synthesizer } = voice();
    const remembering = withMemory(synthesizer);
    await heard(remembering, asked("כן."));
    await heard(remembering, asked("כן.", "he-IL-B"));
    await heard(remembering, { ...asked("כן."), encoding: "mp3" });
    expect(requests).toHaveLength(3);
  });

  it("does not keep long sentences, nor one that broke off or that nobody waited for", async () => {
    const broken = { now: true };
    const { requests, synthesizer } = voice(() => broken.now);
    const remembering = withMemory(synthesizer);
    await expect(heard(remembering, asked("שלום."))).rejects.toThrow("broke off");
    broken.now = false;
    const stop = new AbortController();
    for await (const _ of remembering.synthesize(asked("שלום."), stop.signal)) stop.abort();
    expect(await heard(remembering, asked("שלום."))).toBe("שלום.");
    const long = "הדירה ברחוב הרצל בקומה שלישית עם מעלית.";
    await heard(remembering, asked(long));
    await heard(remembering, asked(long));
    expect(requests).toEqual(["שלום.", "שלום.", "שלום.", long, long]);
  });

  it("forgets what was used longest ago when it is full", async () => {
    const { requests, synthesizer } = voice();
    const remembering = withMemory(synthesizer, Buffer.byteLength("אאבב"));
    for (const text of ["אא", "בב", "אא", "גג", "אא", "בב"]) await heard(remembering, asked(text));
    expect(requests).toEqual(["אא", "בב", "גג", "בב"]);
  });
});
