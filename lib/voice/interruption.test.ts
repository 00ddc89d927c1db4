import { describe, expect, it } from "vitest";
import { streamed } from "./testing/fake-agent.ts";
import { phrase, phrases, TestCall, type TestCallOptions } from "./testing/test-call.ts";

const long = "יש לנו שלוש דירות יפות באזור. הראשונה בקומה שנייה עם מרפסת. השנייה ברחוב שקט ליד הפארק הגדול.";

async function speakingCall({ tuning, ...options }: TestCallOptions = {}) {
  const call = new TestCall({
    brain: () => streamed(long),
    ...options,
    tuning: { silenceMs: 60_000, ...tuning },
  });
  call.session.start();
  await call.say("יש לכם דירה");
  await call.quiet(4000);
  return call;
}

/** When the agent's voice was sent again after it had been paused. */
function wentOnAt(call: TestCall): number {
  const paused = call.line.clears[0] ?? Number.NaN;
  return call.line.log.find((sent) => sent.kind === "audio" && sent.at > paused)?.at ?? Number.NaN;
}

describe("a sound over the agent's voice", () => {
  it("pauses it at once; after a cough it goes on within half a second, to its end", async () => {
    const call = await speakingCall();
    const onset = call.clock.now();
    await call.mumble(190);
    const end = call.clock.now();
    await call.quiet(20_000);
    expect(call.line.clears).toHaveLength(1);
    expect((call.line.clears[0] ?? 0) - onset).toBeLessThan(300);
    expect(wentOnAt(call) - end).toBeLessThan(400);
    expect(call.agentTurns[0]).toMatchObject({ text: long, heardText: long, interrupted: false });
    expect(call.callerTurns).toHaveLength(1);
    expect(call.brain.asked).toHaveLength(1);
  });

  it.each(["כן", "בסדר", "אהה", "כן בסדר"])("that is agreement (%s) does not stop it, and is kept", async (word) => {
    const call = await speakingCall();
    await call.say(word);
    const end = call.clock.now();
    await call.quiet(12_000);
    expect(wentOnAt(call) - end).toBeLessThan(800);
    expect(call.agentTurns).toMatchObject([{ heardText: long, interrupted: false }]);
    expect(call.callerTurns.map(({ text }) => text)).toEqual(["יש לכם דירה", word]);
    expect(call.brain.asked).toHaveLength(1);
    expect(call.brain.signals[0]?.aborted).toBe(false);
  });

  it.each(["לא", "רגע", "חכה", "סליחה", "די", "שנייה"])("that means stop (%s) stops it", async (word) => {
    const call = await speakingCall();
    await call.say(word);
    await call.quiet(3000);
    expect(call.agentTurns[0]).toMatchObject({ interrupted: true });
    expect(call.brain.asked[1]?.map(({ text }) => text)).toEqual(["יש לכם דירה", call.agentTurns[0]?.heardText, word]);
  });

  it("stops it even when its one short word comes after it went on", async () => {
    const call = await speakingCall({ tuning: { shortSoundMs: 400 } });
    await call.say("לא");
    await call.quiet(3000);
    expect(call.line.clears).toHaveLength(2);
    expect(call.agentTurns[0]).toMatchObject({ interrupted: true });
    expect(call.callerTurns.map(({ text }) => text)).toEqual(["יש לכם דירה", "לא"]);
    expect(call.brain.asked).toHaveLength(2);
  });

  it("loses no word when more follows a word after which it went on", async () => {
    const call = await speakingCall({ tuning: { shortSoundMs: 400 } });
    await call.say("לא");
    await call.quiet(350);
    await call.say("רציתי משהו אחר");
    await call.quiet(4000);
    expect(call.callerTurns.at(-1)).toMatchObject({ text: "לא רציתי משהו אחר" });
  });

  it("stops it when it lasts, whatever it is", async () => {
    const call = await speakingCall();
    await call.say("כן בסדר כן אוקיי כן");
    expect(call.agentTurns[0]).toMatchObject({ interrupted: true });
  });

  it("is no answer to a loudspeaker that repeats the agent", async () => {
    const call = await speakingCall();
    await call.say("שלוש דירות");
    await call.quiet(12_000);
    expect(call.callerTurns).toHaveLength(1);
    expect(call.agentTurns).toMatchObject([{ heardText: long, interrupted: false }]);
  });

  it("is none either when its text comes after the agent has finished", async () => {
    const call = await speakingCall();
    call.ears.delayMs = () => 9000;
    await call.say("שלוש דירות");
    await call.quiet(14_000);
    expect(call.brain.asked).toHaveLength(1);
  });

  it("is an answer when it repeats the agent's last words just before their end", async () => {
    const offer = "יש לנו מקום ביום ראשון או ביום שני?";
    const call = new TestCall({ greeting: phrase(offer) });
    call.session.start();
    await call.quiet(offer.length * 60 - 300);
    await call.say("ביום שני");
    await call.quiet(4000);
    expect(call.callerTurns).toMatchObject([{ text: "ביום שני" }]);
    expect(call.brain.asked.at(-1)?.at(-1)).toMatchObject({ text: "ביום שני" });
  });

  it.each([
    ["", 450],
    [" whose text comes after they were said, too", 2500],
  ])("is meant when it is words that the agent has not said yet%s", async (_, delayMs) => {
    const offer = phrase("אפשר להגיע אלינו בכל יום בבוקר או בצהריים, וגם ביום שני בערב, מה מתאים?");
    const call = new TestCall({ greeting: offer });
    call.ears.delayMs = () => delayMs;
    call.session.start();
    await call.quiet(1000);
    await call.say("ביום שני");
    await call.quiet(8000);
    expect(call.callerTurns).toMatchObject([{ text: "ביום שני" }]);
    expect(call.agentTurns[0]).toMatchObject({ interrupted: true });
    expect(call.brain.asked.at(-1)?.at(-1)).toMatchObject({ text: "ביום שני" });
  });

  it("is no answer when it repeats what the agent is just saying", async () => {
    const offer = phrase("אפשר להגיע אלינו בכל יום בבוקר או בצהריים, וגם ביום שני בערב, מה מתאים?");
    const call = new TestCall({ greeting: offer });
    call.session.start();
    await call.quiet(offer.text.indexOf("שני") * 60);
    await call.say("ביום שני");
    await call.quiet(8000);
    expect(call.callerTurns).toEqual([]);
    expect(call.agentTurns[0]).toMatchObject({ heardText: offer.text, interrupted: false });
  });

  it("is an answer when the agent had all but finished", async () => {
    const call = new TestCall({ greeting: phrases.technical });
    call.session.start();
    const lengthMs = phrases.technical.text.length * 60;
    await call.quiet(lengthMs - 460);
    await call.say("כן");
    await call.quiet(4000);
    expect(call.callerTurns).toMatchObject([{ text: "כן" }]);
    expect(call.brain.asked).toHaveLength(1);
  });

  it("may come again and again", async () => {
    const twice = `${long} ${long}`;
    const call = await speakingCall({ brain: () => streamed(twice) });
    for (const sound of ["כן", "אהה"]) {
      await call.mumble(190);
      await call.quiet(900);
      await call.say(sound);
      await call.quiet(1200);
    }
    await call.quiet(15_000);
    expect(call.agentTurns).toMatchObject([{ heardText: twice, interrupted: false }]);
    expect(call.callerTurns).toHaveLength(3);
  });

  it("does not stop the model that thinks behind a filler", async () => {
    const call = new TestCall({
      brain: () => streamed(long, 5000),
      tuning: { silenceMs: 60_000, fillerAfterMs: 4000 },
    });
    call.session.start();
    await call.say("שלום");
    await call.quiet(4300);
    await call.mumble(400);
    await call.quiet(15_000);
    expect(call.brain.asked).toHaveLength(1);
    expect(call.agentTurns).toMatchObject([{ heardText: `${phrases.filler.text} ${long}`, interrupted: false }]);
  });

  it("is kept when the call ends before it was understood", async () => {
    const call = await speakingCall();
    await call.say("רגע אחד");
    await call.end();
    expect(call.callerTurns.at(-1)).toMatchObject({ text: "רגע אחד" });
    expect(call.agentTurns[0]?.heardText).not.toBe(long);
  });
});

describe("a caller who has fallen silent", () => {
  it("is not there because of a noise", async () => {
    const call = new TestCall();
    call.session.start();
    for (let i = 0; i < 20; i++) {
      await call.mumble(120);
      await call.quiet(1500);
    }
    expect(call.agentTurns.map(({ text }) => text)).toContain(phrases.silenceGoodbye.text);
  });
});

describe("a 0", () => {
  it("asks for a person", async () => {
    const call = new TestCall();
    call.session.start();
    call.session.onDtmf("0");
    await call.quiet(4000);
    expect(call.brain.asked[0]).toMatchObject([{ speaker: "caller", text: "הקשה על 0: אפשר לדבר עם נציג?" }]);
  });

  it("asks for one soon, also while the agent speaks", async () => {
    const call = new TestCall({
      greeting: phrase("שלום וברוכים הבאים, כאן שי דירות ומשרדים. במה אפשר לעזור לכם היום?"),
    });
    call.session.start();
    await call.quiet(500);
    call.session.onDtmf("0");
    await call.quiet(800);
    expect(call.brain.asked.at(-1)?.at(-1)).toMatchObject({ text: "הקשה על 0: אפשר לדבר עם נציג?" });
  });

  it("that begins a number is a digit of it", async () => {
    const call = new TestCall();
    call.session.start();
    for (const digit of "0521") {
      call.session.onDtmf(digit);
      await call.quiet(digit === "0" ? 600 : 1500);
    }
    await call.quiet(1500);
    expect(call.callerTurns).toMatchObject([{ text: "הקשות: 0521" }]);
  });

  it("within a number is a digit", async () => {
    const call = new TestCall();
    call.session.start();
    for (const digit of "050#") call.session.onDtmf(digit);
    await call.quiet(1000);
    expect(call.callerTurns).toMatchObject([{ text: "הקשות: 050" }]);
  });
});
