import { describe, expect, it } from "vitest";
import { streamed } from "./testing/fake-agent.ts";
import { longestSilence } from "./testing/silence.ts";
import { phrases, TestCall } from "./testing/test-call.ts";

const { filler, technical } = phrases;
const long = "יש לנו שלוש דירות יפות באזור. הראשונה בקומה שנייה עם מרפסת. השנייה ברחוב שקט ליד הפארק הגדול.";

/** A call whose recogniser takes so long for every piece. */
function callWithEars(delayMs: number, options: ConstructorParameters<typeof TestCall>[0] = {}): TestCall {
  const call = new TestCall(options);
  call.ears.delayMs = () => delayMs;
  call.session.start();
  return call;
}

describe("while the caller's words are still on their way", () => {
  it("a word bridges the wait", async () => {
    const call = callWithEars(2500);
    const end = await call.say("שלום יש דירה");
    await call.quiet(9000);
    expect(longestSilence(call, end)).toBeLessThanOrEqual(1500);
    expect(call.script).toEqual([
      "caller: שלום יש דירה",
      "agent: רגע, אני בודק בשמחה. מתי נוח לך? (רגע, אני בודק בשמחה. מתי נוח לך?)",
    ]);
    expect(call.brain.asked).toHaveLength(1);
  });

  it("it falls silent when the caller goes on, whose turn that still is", async () => {
    const call = callWithEars(2500);
    await call.say("שלום יש דירה");
    await call.quiet(1400);
    expect(call.line.clears).toHaveLength(0);
    await call.say("בחולון");
    expect(call.line.clears).toHaveLength(1);
    await call.quiet(9000);
    expect(call.callerTurns.map(({ text }) => text)).toEqual(["שלום יש דירה בחולון"]);
  });

  it("it falls silent, too, when the caller goes on just after the words had come", async () => {
    const call = callWithEars(1500);
    await call.say("שלום יש דירה");
    await call.quiet(1600);
    expect(call.brain.asked).toHaveLength(1);
    expect(call.line.aheadMs).toBeGreaterThan(300);
    await call.say("בחולון");
    expect(call.line.clears).toHaveLength(1);
    await call.quiet(9000);
    expect(call.callerTurns.map(({ text }) => text)).toEqual(["שלום יש דירה בחולון"]);
  });

  it("and when the words that came look unfinished", async () => {
    const call = callWithEars(1500, { tuning: { unfinishedSilenceMs: 2500 } });
    await call.say("אני מחפש");
    await call.quiet(1700);
    expect(call.agentTurns).toEqual([]);
    expect(call.line.aheadMs).toBeGreaterThan(300);
    await call.say("דירה בחולון");
    expect(call.line.clears).toHaveLength(1);
    await call.end();
  });

  it.each([900, 1100, 1300])("nobody waits longer because they come after %i ms, before any word", async (delayMs) => {
    const call = callWithEars(delayMs, { brain: () => streamed("הנה התשובה.", 3000) });
    const end = await call.say("שלום יש דירה");
    await call.quiet(9000);
    expect(longestSilence(call, end)).toBeLessThanOrEqual(1500);
  });

  it("nothing bridges a cough", async () => {
    const call = callWithEars(0);
    call.ears.stalled = true;
    await call.mumble(120);
    await call.quiet(3000);
    expect(call.line.log.filter(({ kind }) => kind === "audio")).toEqual([]);
  });
});

describe("while it is not known what was said over the agent", () => {
  async function speakingCall(delayMs: number): Promise<TestCall> {
    const call = new TestCall({ brain: () => streamed(long), tuning: { silenceMs: 60_000 } });
    call.session.start();
    await call.say("יש לכם דירה");
    await call.quiet(3000);
    call.ears.delayMs = () => delayMs;
    return call;
  }

  it("it goes on after a while, and stops after all once that was meant", async () => {
    const call = await speakingCall(2500);
    await call.say("לא תודה");
    await call.quiet(1500);
    expect(call.line.aheadMs).toBeGreaterThan(0);
    await call.quiet(4500);
    expect(call.agentTurns[0]).toMatchObject({ interrupted: true });
    expect(call.callerTurns.at(-1)).toMatchObject({ text: "לא תודה" });
    expect(call.brain.asked.at(-1)?.at(-1)).toMatchObject({ text: "לא תודה" });
    await call.end();
  });

  it("it goes on to its end when that was agreement", async () => {
    const call = await speakingCall(2500);
    await call.say("כן בסדר");
    await call.quiet(15_000);
    expect(call.agentTurns).toMatchObject([{ heardText: long, interrupted: false }]);
    expect(call.brain.asked).toHaveLength(1);
  });

  it("it asks to repeat what never was recognised", async () => {
    const call = await speakingCall(2500);
    call.ears.failures.push(new Error("503"));
    await call.say("לא תודה");
    await call.quiet(6000);
    expect(call.agentTurns.at(-1)?.text).toContain(technical.text);
    await call.end();
  });

  it("a word bridges the wait when the agent had all but finished", async () => {
    const call = new TestCall({ greeting: technical });
    call.ears.delayMs = () => 2500;
    call.session.start();
    await call.quiet(technical.text.length * 60 - 460);
    await call.say("כן בטח");
    const end = call.clock.now();
    await call.quiet(9000);
    expect(longestSilence(call, end)).toBeLessThanOrEqual(1500);
    expect(call.callerTurns).toMatchObject([{ text: "כן בטח" }]);
    expect(call.agentTurns.at(-1)?.text.startsWith(filler.text)).toBe(true);
    expect(call.brain.asked).toHaveLength(1);
  });
});
