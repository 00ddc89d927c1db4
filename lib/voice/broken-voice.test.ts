/** A voice that stalls or breaks off in the middle of a call. */
import { describe, expect, it } from "vitest";
import { ProviderFailed } from "#lib/errors.ts";
import { deadlineMs } from "#lib/providers/tts/google/patience.ts";
import { withSecondVoice } from "#lib/providers/tts/with-second-voice.ts";
import { FakeVoice, streamed } from "./testing/fake-agent.ts";
import { phrase, phrases, TestCall } from "./testing/test-call.ts";

const sorry = phrases.technical.text;

describe("when the voice breaks", () => {
  it.each([20, 70, 180, 400])(
    "hears a sentence of %i letters from the second voice when the first one stalls",
    async (letters) => {
      const sentence = `${"מילה ".repeat(letters / 5 - 1)}סוף.`;
      const call = new TestCall({ greeting: phrase(sentence, false) });
      const { clock } = call;
      const first = {
        name: "first",
        voices: async () => [],
        // biome-ignore lint/correctness/useYield: it never comes to a sound.
        async *synthesize({ text }: { text: string }, signal: AbortSignal) {
          await clock.wait(deadlineMs(text), signal);
          throw new ProviderFailed("tts", true, "timed out");
        },
      };
      const second = Object.assign(new FakeVoice(clock), { name: "second", voices: async () => [] });
      second.firstByteMs = () => 700;
      const both = withSecondVoice(first, second, () => clock.now());
      call.voice.synthesize = (request, signal) => both.synthesize(request, signal);
      call.session.start();
      await call.quiet(7000 + letters * 60);
      expect(call.agentTurns).toMatchObject([{ heardText: sentence, troubles: ["voice"] }]);
    },
  );

  it("leaves out a later sentence that the voice cannot say", async () => {
    const call = new TestCall({ brain: () => streamed("משפט ראשון. משפט שני ארוך יותר. משפט שלישי ארוך עוד יותר.") });
    call.voice.trouble = (text) => (text.includes("שני ") ? new Error("500") : null);
    call.session.start();
    await call.say("שלום");
    await call.quiet(9000);
    expect(call.agentTurns).toMatchObject([
      { text: "משפט ראשון. משפט שלישי ארוך עוד יותר.", heardText: "משפט ראשון. משפט שלישי ארוך עוד יותר." },
    ]);
  });

  it("counts of a sentence that broke off what was said of it", async () => {
    const text = "זה משפט אחד די ארוך שנקטע באמצע הדרך.";
    const call = new TestCall({ brain: () => streamed(text) });
    call.voice.trouble = () => "cut";
    call.session.start();
    await call.say("שלום");
    await call.quiet(9000);
    const said = call.agentTurns[0]?.text.replace(` ${sorry}`, "") ?? "";
    expect(text.startsWith(said)).toBe(true);
    expect(said.length).toBeGreaterThan(8);
    expect(call.agentTurns[0]?.heardText).toBe(`${said} ${sorry}`);
  });

  it.each([
    ["the only sentence", "זה משפט אחד די ארוך שנקטע באמצע הדרך.", () => true],
    ["the last one", "יש לנו שלוש דירות. והמחיר של כולן הוא בערך אותו מחיר.", (text: string) => text.includes("המחיר")],
  ])("apologises when %s breaks off in the middle", async (_, text, breaks) => {
    const call = new TestCall({ brain: () => streamed(text) });
    call.voice.trouble = (sentence) => (breaks(sentence) ? "cut" : null);
    call.session.start();
    await call.say("שלום");
    await call.quiet(9000);
    expect(call.agentTurns).toMatchObject([{ heardText: expect.stringMatching(`\\S ${sorry.replace("?", ".")}$`) }]);
    expect(call.of("stream_failed")).toEqual([]);
  });

  it("does not apologise when a sentence follows the one that broke off, or the call is put through after it", async () => {
    const text = "יש לנו שלוש דירות. והן פנויות.";
    const call = new TestCall({ brain: () => streamed(text) });
    call.voice.trouble = (sentence) => (sentence.includes("שלוש") ? "cut" : null);
    call.session.start();
    await call.say("שלום");
    await call.quiet(9000);
    expect(call.agentTurns[0]?.heardText).toMatch(/^יש .*פנויות\.$/u);
    expect(call.agentTurns[0]?.heardText).not.toContain(sorry);

    const action = { kind: "transfer", to: "+97231234567" } as const;
    const leaving = new TestCall({ brain: () => [...streamed("מעביר אותך עכשיו לנציג."), { type: "then", action }] });
    leaving.voice.trouble = () => "cut";
    leaving.session.start();
    await leaving.say("נציג");
    await leaving.quiet(5000);
    expect(leaving.of("action")).toMatchObject([{ action }]);
    expect(leaving.agentTurns[0]?.heardText).not.toContain(sorry);
  });
});
