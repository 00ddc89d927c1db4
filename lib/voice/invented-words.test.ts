import { describe, expect, it } from "vitest";
import type { Transcript } from "#lib/providers/stt/types.ts";
import { streamed } from "./testing/fake-agent.ts";
import { phrases, TestCall } from "./testing/test-call.ts";

/** Bytes of mu-law: some -20 and -46 dB of full scale. */
const LOUD = 0xa0;
const QUIET = 0xd5;
const pleaseRepeat = `agent: ${phrases.pleaseRepeat.text} (${phrases.pleaseRepeat.text})`;
const credits: Transcript = {
  text: "כתוביות על ידי קהילת אמרה",
  confidence: 0.86,
  noSpeech: null,
  compression: null,
};

/** A caller makes a sound, and the recogniser makes this of it. */
async function hears(call: TestCall, transcript: Partial<Transcript> & { text: string }, ms: number, byte: number) {
  call.ears.inventions.push({ confidence: null, noSpeech: null, compression: null, ...transcript });
  await call.sound(ms, byte);
  await call.quiet(4000);
}

describe("words that the recogniser makes of a sound", () => {
  it("are nothing at all when it was a cough: it goes on listening", async () => {
    const call = new TestCall();
    call.session.start();
    await hears(call, credits, 200, LOUD);
    expect(call.script).toEqual([]);
    expect(call.line.log).toEqual([]);
    await call.say("יש לכם דירה");
    await call.quiet(4000);
    expect(call.brain.asked).toMatchObject([[{ text: "יש לכם דירה" }]]);
  });

  it("are kept as unclear and asked again when in doubt, and no model is given them", async () => {
    const call = new TestCall();
    call.session.start();
    await hears(call, { text: "תודה רבה", confidence: 0.35 }, 320, QUIET);
    expect(call.script).toEqual(["caller: תודה רבה", pleaseRepeat]);
    expect(call.callerTurns).toMatchObject([{ confidence: 0 }]);
    expect(call.brain.asked).toEqual([]);
    await call.say("יש לכם דירה");
    await call.quiet(4000);
    expect(call.brain.asked[0]?.filter(({ speaker }) => speaker === "caller")).toMatchObject([{ text: "יש לכם דירה" }]);
  });

  it("are answered when it was a quiet yes", async () => {
    const call = new TestCall();
    call.session.start();
    await hears(call, { text: "כן", confidence: 0.5 }, 224, QUIET);
    expect(call.brain.asked).toMatchObject([[{ text: "כן" }]]);
    expect(call.callerTurns).toMatchObject([{ text: "כן", confidence: 0.5 }]);
  });

  it("are left out of a turn in which something was said before", async () => {
    const call = new TestCall();
    call.session.start();
    await call.say("אני מחפש דירה של");
    call.ears.inventions.push(
      { text: "אני מחפש דירה של", confidence: 0.9, noSpeech: null, compression: null },
      credits,
    );
    await call.quiet(700);
    await call.sound(200, LOUD);
    await call.quiet(5000);
    expect(call.brain.asked.at(-1)).toMatchObject([{ text: "אני מחפש דירה של" }]);
    expect(call.callerTurns).toMatchObject([{ text: "אני מחפש דירה של", confidence: 0.9 }]);
  });

  it("do not make the agent begin anew while it only thinks", async () => {
    const brain = () => streamed("הנה התשובה.", 2000);
    const call = new TestCall({ brain, tuning: { fillerAfterMs: 10_000 } });
    call.session.start();
    await call.say("יש לכם דירה");
    await call.quiet(1200);
    await hears(call, credits, 100, LOUD);
    expect(call.brain.asked).toHaveLength(1);
    expect(call.script).toEqual(["caller: יש לכם דירה", "agent: הנה התשובה. (הנה התשובה.)"]);
  });
});
