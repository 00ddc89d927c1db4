import { describe, expect, it } from "vitest";
import { streamed } from "./testing/fake-agent.ts";
import { longestSilence } from "./testing/silence.ts";
import { phrase, phrases, TestCall } from "./testing/test-call.ts";

const sorry = phrases.technical.text;

describe("what follows an answer", () => {
  it("comes only after everything was heard", async () => {
    const call = new TestCall({
      brain: () => [...streamed("תודה ולהתראות."), { type: "then", action: { kind: "hang_up" } }],
    });
    call.session.start();
    await call.say("ביי");
    await call.quiet(1500);
    expect(call.of("action")).toEqual([]);
    await call.quiet(2000);
    expect(call.of("action")).toEqual([
      { type: "action", action: { kind: "hang_up" }, ending: { kind: "agent_said_goodbye" } },
    ]);
    await call.say("להתראות");
    await call.quiet(3000);
    expect(call.callerTurns.map(({ text }) => text)).toEqual(["ביי", "להתראות"]);
    expect(call.brain.asked).toHaveLength(1);
  });

  it("comes at once when nothing was said", async () => {
    const call = new TestCall({
      brain: () => [100, { type: "then", action: { kind: "transfer", to: "+97231234567" } }],
    });
    call.session.start();
    await call.say("תעביר אותי");
    await call.quiet(900);
    expect(call.of("action")).toMatchObject([{ ending: { kind: "transferred", to: "+97231234567" } }]);
    expect(call.agentTurns).toEqual([]);
  });

  it("is given up when the caller goes on before the goodbye was heard", async () => {
    const call = new TestCall({
      brain: (history) =>
        history.length === 1
          ? [...streamed("תודה רבה על השיחה ולהתראות."), { type: "then", action: { kind: "hang_up" } }]
          : streamed("בטח."),
    });
    call.session.start();
    await call.say("ביי");
    await call.quiet(1600);
    await call.say("רגע עוד שאלה");
    await call.quiet(20);
    expect(call.line.clears).toHaveLength(1);
    await call.quiet(4000);
    expect(call.of("action")).toEqual([]);
  });

  it("comes even when the last mark gets lost", async () => {
    const call = new TestCall({
      brain: () => [...streamed("להתראות."), { type: "then", action: { kind: "hang_up" } }],
    });
    call.line.losesMarks = true;
    call.session.start();
    await call.say("ביי");
    await call.quiet(1500 + 480 + 2000);
    expect(call.of("action")).toEqual([]);
    await call.quiet(1500);
    expect(call.of("action")).toHaveLength(1);
  });

  it("lets the conversation go on when the hang-up never comes", async () => {
    const call = new TestCall({
      brain: (history) =>
        history.length === 1 ? [100, { type: "then", action: { kind: "hang_up" } }] : streamed("אני כאן."),
    });
    call.session.start();
    await call.say("ביי");
    await call.quiet(11_500);
    await call.say("הלו");
    await call.quiet(4000);
    expect(call.agentTurns).toMatchObject([{ text: "אני כאן." }]);
  });
});

describe("a silent caller", () => {
  it("is asked once, then let go", async () => {
    const call = new TestCall({ greeting: phrase("שלום.") });
    call.session.start();
    await call.quiet(8000);
    expect(call.agentTurns).toHaveLength(1);
    await call.quiet(10_000);
    expect(call.of("action")).toEqual([]);
    await call.quiet(3000);
    expect(call.agentTurns.map(({ text }) => text)).toEqual(["שלום.", "אתם עדיין איתי?", "תודה שהתקשרתם, להתראות."]);
    expect(call.of("action")).toEqual([
      { type: "action", action: { kind: "hang_up" }, ending: { kind: "caller_silent" } },
    ]);
  });

  it("is not silent who speaks in between", async () => {
    const call = new TestCall();
    call.session.start();
    for (let i = 0; i < 4; i++) {
      await call.quiet(9500);
      await call.say("עוד רגע בבקשה");
      await call.quiet(5000);
    }
    expect(call.of("action")).toEqual([]);
    expect(call.brain.asked).toHaveLength(4);
  });
});

describe("when something outside fails", () => {
  it("apologises for the model", async () => {
    const call = new TestCall({ brain: () => [200, new Error("429")] });
    call.session.start();
    await call.say("שלום");
    await call.quiet(6000);
    expect(call.of("trouble")).toMatchObject([{ step: "model" }]);
    expect(call.agentTurns).toMatchObject([{ text: sorry, heardText: sorry }]);
    expect(call.agentTurns[0]?.metrics?.voiceToVoiceMs).toBeLessThan(1000);
  });

  it("says what the model had said before it broke, and apologises", async () => {
    const call = new TestCall({ brain: () => [...streamed("יש לנו דירה. והיא נמצאת"), new Error("cut")] });
    call.session.start();
    await call.say("שלום");
    await call.quiet(9000);
    expect(call.agentTurns).toMatchObject([{ text: `יש לנו דירה. ${sorry}`, heardText: `יש לנו דירה. ${sorry}` }]);
  });

  it("does not wait for ever for a model that gives no sign, and bridges the wait with a word", async () => {
    const call = new TestCall({ brain: () => [1e9] });
    call.session.start();
    const end = await call.say("שלום");
    await call.quiet(15_000);
    expect(call.agentTurns).toMatchObject([
      { text: `רגע, אני בודק עוד רגע עוד רגע עוד רגע ${sorry}`, troubles: ["model"] },
    ]);
    expect(longestSilence(call, end)).toBeLessThanOrEqual(1500);
    expect(call.brain.signals[0]?.aborted).toBe(true);
    expect(call.of("trouble")).toMatchObject([{ step: "model" }]);
  });

  it("counts the filler apart", async () => {
    const call = new TestCall({ brain: () => streamed("הנה התשובה.", 4000) });
    call.session.start();
    const end = await call.say("שלום");
    await call.quiet(9000);
    expect((call.line.firstAudioAt ?? 0) - end).toBeLessThanOrEqual(1500);
    expect(call.agentTurns).toMatchObject([{ text: "רגע, אני בודק עוד רגע הנה התשובה.", troubles: [] }]);
    expect(call.agentTurns[0]?.metrics?.voiceToVoiceMs).toBeGreaterThan(4700);
  });

  it("bridges no wait for an answer that is about to begin, nor anything after its end", async () => {
    const call = new TestCall({ brain: () => streamed("הנה התשובה.", 650) });
    call.line.losesMarks = true;
    call.session.start();
    await call.say("שלום");
    await call.quiet(6000);
    expect(call.agentTurns).toMatchObject([{ text: "הנה התשובה." }]);
  });

  it("bridges a stall in the middle of an answer, and one of the voice", async () => {
    const call = new TestCall({ brain: () => [...streamed("יש דירה. "), ...streamed("היא פנויה.", 4000)] });
    call.session.start();
    const end = await call.say("שלום");
    await call.quiet(12_000);
    expect(call.agentTurns).toMatchObject([{ text: "יש דירה. רגע, אני בודק עוד רגע היא פנויה." }]);
    expect(longestSilence(call, end)).toBeLessThanOrEqual(1500);

    const slow = new TestCall();
    slow.voice.firstByteMs = () => 4000;
    slow.session.start();
    const over = await slow.say("שלום");
    await slow.quiet(12_000);
    expect(slow.agentTurns[0]?.text).toBe("רגע, אני בודק עוד רגע בשמחה. מתי נוח לך?");
    expect((slow.line.firstAudioAt ?? 0) - over).toBeLessThanOrEqual(1500);
  });

  it.each([700, 900, 1100, 1300])("bridges a voice that stalls, also when it was asked after %i ms", async (ms) => {
    const call = new TestCall({ brain: () => streamed("הנה התשובה.", ms) });
    call.voice.firstByteMs = () => 4000;
    call.session.start();
    const end = await call.say("שלום");
    await call.quiet(9000);
    expect(longestSilence(call, end)).toBeLessThanOrEqual(1500);
  });

  it.each(["אני מחפש", "יש לי דירה של"])("bridges a stall after words that look unfinished: %s", async (words) => {
    const call = new TestCall({ brain: () => streamed("הנה התשובה.", 4000) });
    call.session.start();
    const end = await call.say(words);
    await call.quiet(9000);
    expect(longestSilence(call, end)).toBeLessThanOrEqual(1500);
  });

  it("has the answer to words that look unfinished ready when the wait for more is over, without a word to bridge it", async () => {
    const call = new TestCall({ brain: () => streamed("הנה התשובה.", 400) });
    call.session.start();
    const end = await call.say("אני מחפש");
    await call.quiet(6000);
    expect(call.agentTurns).toMatchObject([{ text: "הנה התשובה." }]);
    expect(longestSilence(call, end)).toBeLessThanOrEqual(1500);
  });

  it("notes that another brain or another voice has stepped in, and lets the answer go on", async () => {
    const error = new Error("down");
    const call = new TestCall({
      brain: () => [100, { type: "trouble", trouble: "fallback", error }, ...streamed("מה שמכם?")],
    });
    call.voice.stepsIn = error;
    call.session.start();
    await call.say("שלום");
    await call.quiet(4000);
    expect(call.agentTurns).toMatchObject([{ text: "מה שמכם?", troubles: ["fallback", "voice"] }]);
    expect(call.of("trouble")).toMatchObject([{ step: "model" }, { step: "voice" }]);
  });

  it("ends the stream when not even the apology can be said", async () => {
    const call = new TestCall({ phrases: { ...phrases, technical: phrase(sorry, false) } });
    call.voice.trouble = () => new Error("503");
    call.session.start();
    await call.say("שלום");
    await call.quiet(3000);
    expect(call.of("stream_failed")).toEqual([
      { type: "stream_failed", ending: { kind: "stream_failed", reason: "no_voice", lasting: true } },
    ]);
  });

  it("ends the stream when a second answer in a row has no voice, so that the network's own goes on", async () => {
    const call = new TestCall();
    call.voice.trouble = () => new Error("503");
    call.session.start();
    await call.say("שלום");
    await call.quiet(6000);
    expect(call.of("stream_failed")).toEqual([]);
    await call.say("הלו שומעים");
    await call.quiet(6000);
    expect(call.of("stream_failed")).toHaveLength(1);
  });

  it("never stays mute when the brain has nothing to say", async () => {
    const call = new TestCall({ brain: () => [100] });
    call.session.start();
    await call.say("שלום");
    await call.quiet(6000);
    expect(call.agentTurns).toMatchObject([{ text: sorry }]);
  });

  it("asks the voice once more, and the caller notices nothing", async () => {
    const call = new TestCall();
    let failures = 1;
    call.voice.trouble = () => (failures-- > 0 ? new Error("500") : null);
    call.session.start();
    await call.say("שלום");
    await call.quiet(6000);
    expect(call.of("trouble")).toMatchObject([{ step: "voice" }]);
    expect(call.agentTurns).toMatchObject([{ heardText: "בשמחה. מתי נוח לך?" }]);
  });

  it.each(["stall", new Error("503")] as const)(
    "apologises when there is no voice for the answer (%s)",
    async (how) => {
      const call = new TestCall();
      call.voice.trouble = () => how;
      call.session.start();
      await call.say("שלום");
      await call.quiet(12_000);
      const turn = call.agentTurns[0];
      expect(turn?.heardText.endsWith(sorry)).toBe(true);
      expect(turn?.text).toBe(turn?.heardText);
    },
  );

  it("apologises when the recogniser fails", async () => {
    const call = new TestCall();
    call.ears.failures.push(new Error("429"));
    call.session.start();
    await call.say("שלום");
    await call.quiet(6000);
    expect(call.of("trouble")).toMatchObject([{ step: "transcription" }]);
    expect(call.agentTurns).toMatchObject([{ text: sorry, troubles: ["transcription"] }]);
  });

  it.each(["stall", new Error("429")] as const)(
    "ends the stream when a second turn in a row could not be recognised, so that the network's own recogniser goes on (%s)",
    async (how) => {
      const call = new TestCall();
      if (how === "stall") call.ears.stalled = true;
      else call.ears.failures.push(...Array.from({ length: 20 }, () => how));
      call.session.start();
      await call.say("שלום");
      await call.quiet(12_000);
      expect(call.of("stream_failed")).toEqual([]);
      const end = await call.say("הלו שומעים");
      await call.quiet(4000);
      expect(call.of("stream_failed")).toEqual([
        { type: "stream_failed", ending: { kind: "stream_failed", reason: "not_hearing", lasting: true } },
      ]);
      expect(call.agentTurns.filter(({ text }) => text.endsWith(sorry))).toHaveLength(1);
      expect(longestSilence(call, end)).toBeLessThanOrEqual(3000);
      await call.end({ kind: "stream_failed", reason: "not_hearing", lasting: true });
      expect(call.callerTurns).toHaveLength(2);
      expect(call.clock.pending).toBe(0);
    },
  );

  it("stays with a recogniser that fails now and then, or is only late", async () => {
    const call = new TestCall();
    call.session.start();
    for (const word of ["שלום", "הלו", "שומעים"]) {
      call.ears.failures.push(new Error("429"));
      await call.say(word);
      await call.quiet(6000);
      await call.say("אני כאן");
      await call.quiet(6000);
    }
    call.ears.delayMs = () => 4500;
    for (const word of ["שלום", "הלו"]) {
      await call.say(word);
      await call.quiet(9000);
    }
    expect(call.of("stream_failed")).toEqual([]);
  });

  it("does not stay with one whose words always come when nobody waits for them any more", async () => {
    const call = new TestCall();
    call.ears.delayMs = () => 4500;
    call.session.start();
    for (const word of ["שלום", "הלו", "שומעים"]) {
      await call.say(word);
      await call.quiet(9000);
    }
    expect(call.of("stream_failed")).toMatchObject([{ ending: { reason: "not_hearing" } }]);
  });

  it("does not end the stream over a caller in whose voice no word can be made out", async () => {
    const call = new TestCall();
    call.session.start();
    for (let i = 0; i < 5; i++) {
      await call.mumble(600);
      await call.quiet(5000);
    }
    expect(call.of("stream_failed")).toEqual([]);
  });

  it.each([
    ["that the recogniser failed on", true],
    ["in which no word can be made out", false],
  ])("does not take a caller for silent who speaks words %s", async (_, fails) => {
    const call = new TestCall();
    call.session.start();
    for (let i = 0; i < 4; i++) {
      if (fails && i % 2 === 0) call.ears.failures.push(new Error("429"));
      await call.mumble(600);
      await call.quiet(fails ? 15_000 : 14_000);
    }
    expect(call.of("action")).toEqual([]);
  });

  it("is never more than a minute ahead of the caller's ear", async () => {
    const call = new TestCall({ greeting: { text: "ארוך מאוד", audio: new Uint8Array(8 * 200_000) } });
    call.session.start();
    for (let i = 0; i < 150; i++) {
      await call.quiet(1000);
      expect(call.line.aheadMs).toBeLessThan(61_100);
    }
    await call.quiet(51_000);
    expect(call.agentTurns).toMatchObject([{ heardText: "ארוך מאוד" }]);
  });
});
