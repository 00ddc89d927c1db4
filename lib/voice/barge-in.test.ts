import { describe, expect, it } from "vitest";
import { streamed } from "./testing/fake-agent.ts";
import { phrase, TestCall } from "./testing/test-call.ts";

const long = "יש לנו שלוש דירות יפות באזור. הראשונה בקומה שנייה עם מרפסת. השנייה ברחוב שקט ליד הפארק הגדול.";

async function speakingCall(options = {}) {
  const call = new TestCall({ brain: () => streamed(long), ...options });
  call.session.start();
  await call.say("יש לכם דירה");
  await call.quiet(4000);
  return call;
}

describe("a caller who interrupts", () => {
  it("is heard within 300 ms; the agent stops, remembers what was heard, and answers the new turn", async () => {
    const call = await speakingCall();
    const onset = call.clock.now();
    await call.say("רגע סליחה זה יקר");
    expect(call.line.clears).toHaveLength(1);
    expect((call.line.clears[0] ?? 0) - onset).toBeLessThan(300);
    await call.quiet(12_000);
    const [first, second] = call.agentTurns;
    expect(first).toMatchObject({ text: long, interrupted: true });
    expect(first?.heardText).not.toBe("");
    expect(long.startsWith(first?.heardText ?? "?")).toBe(true);
    expect(first?.heardText.length).toBeLessThan(long.length / 2);
    expect(call.callerTurns.at(-1)).toMatchObject({ text: "רגע סליחה זה יקר" });
    expect(second).toMatchObject({ interrupted: false, heardText: long });
    expect(call.brain.asked[1]?.map(({ text }) => text)).toEqual(["יש לכם דירה", first?.heardText, "רגע סליחה זה יקר"]);
  });

  it("stops the model and the voice", async () => {
    const call = new TestCall({
      brain: () => [...streamed("יש לנו שלוש דירות יפות באזור המרכז. "), 2000, ...streamed(long)],
    });
    call.session.start();
    await call.say("כן");
    await call.quiet(1500);
    await call.say("רגע סליחה");
    await call.quiet(700);
    expect(call.brain.signals[0]?.aborted).toBe(true);
    const audio = call.line.log.length;
    await call.quiet(300);
    expect(call.line.log.length).toBe(audio);
  });

  it("is not heard in a short noise", async () => {
    const call = await speakingCall();
    for (let i = 0; i < 5; i++) {
      await call.mumble(100);
      await call.quiet(300);
    }
    await call.quiet(5000);
    expect(call.line.clears).toEqual([]);
    expect(call.agentTurns).toMatchObject([{ heardText: long, interrupted: false }]);
  });

  it("may interrupt the greeting, before its first mark came back too", async () => {
    const call = new TestCall({ greeting: phrase("שלום וברוכים הבאים לשי דירות ומשרדים, איך אפשר לעזור?") });
    call.session.start();
    await call.say("דירה בבקשה");
    await call.quiet(700);
    expect(call.line.clears).toHaveLength(1);
    expect(call.agentTurns[0]).toMatchObject({ interrupted: true, metrics: null, heardText: "" });
    await call.quiet(5000);
    expect(call.callerTurns).toMatchObject([{ text: "דירה בבקשה" }]);
  });

  it("is asked to repeat when the interruption cannot be made out", async () => {
    const call = await speakingCall();
    await call.mumble(1200);
    await call.quiet(6000);
    expect(call.agentTurns.map(({ text }) => text)).toEqual([long, "סליחה, לא שמעתי. אפשר שוב?"]);
  });

  it("is not answered by marks of audio that was thrown away", async () => {
    const call = await speakingCall();
    const heardBefore = () => call.agentTurns[0]?.heardText;
    await call.say("רגע סליחה");
    await call.quiet(700);
    const atClear = heardBefore();
    await call.quiet(12_000);
    expect(heardBefore()).toBe(atClear);
  });

  it("keeps their place when the agent finishes while they begin", async () => {
    const call = new TestCall({ greeting: phrase("שלום") });
    call.session.start();
    await call.quiet(160);
    await call.say("היי מה שלומך");
    await call.quiet(4000);
    expect(call.line.clears).toEqual([]);
    expect(call.callerTurns).toMatchObject([{ text: "היי מה שלומך" }]);
    expect(call.agentTurns[0]).toMatchObject({ heardText: "שלום", interrupted: false });
  });
});

describe("a caller who just begins to speak", () => {
  it("is not talked over by an answer that comes at that moment", async () => {
    const call = new TestCall();
    call.session.start();
    const end = await call.say("יש לכם דירה");
    // The first audio would come about 1,160 ms after the end.
    await call.quiet(1060);
    expect(call.line.log).toEqual([]);
    await call.say("בתל אביב");
    expect(call.line.log).toEqual([]);
    await call.quiet(4000);
    expect((call.line.firstAudioAt ?? 0) - end).toBeGreaterThan(2500);
    expect(call.callerTurns).toMatchObject([{ text: "יש לכם דירה בתל אביב" }]);
  });
});
