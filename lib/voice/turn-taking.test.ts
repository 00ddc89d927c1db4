import { describe, expect, it } from "vitest";
import { streamed } from "./testing/fake-agent.ts";
import { SILENCE } from "./testing/fake-caller.ts";
import { phrases, TestCall } from "./testing/test-call.ts";

const answer = "agent: בשמחה. מתי נוח לך? (בשמחה. מתי נוח לך?)";

describe("when the caller's turn is over", () => {
  it("waits through a thinking pause when the words look unfinished", async () => {
    const call = new TestCall();
    call.session.start();
    await call.say("יש לכם דירה של");
    await call.quiet(950);
    await call.say("שלושה חדרים");
    await call.quiet(5000);
    expect(call.script).toEqual(["caller: יש לכם דירה של שלושה חדרים", answer]);
  });

  it("does not answer pauses of half a second even when no word can be made out", async () => {
    const call = new TestCall();
    call.session.start();
    for (const pause of [400, 500, 600, 550]) {
      await call.mumble(1200);
      await call.quiet(pause);
    }
    expect(call.line.log).toEqual([]);
    await call.mumble(800);
    await call.quiet(4000);
    expect(call.script).toEqual(["caller: ", "agent: סליחה, לא שמעתי. אפשר שוב? (סליחה, לא שמעתי. אפשר שוב?)"]);
  });

  it("answers a short yes without delay", async () => {
    const call = new TestCall();
    call.session.start();
    const end = await call.say("כן");
    await call.quiet(2000);
    expect((call.line.firstAudioAt ?? 0) - end).toBeLessThan(1450);
  });

  it("waits for the rest of a phone number, and not once it is complete", async () => {
    const call = new TestCall();
    call.ears.delayMs = () => 100;
    call.session.start();
    await call.say("הטלפון 050");
    await call.quiet(1100);
    await call.say("123 45 67");
    await call.quiet(600);
    expect(call.callerTurns).toMatchObject([{ text: "הטלפון 050 123 45 67" }]);
    expect(call.brain.asked.at(-1)).toMatchObject([{ text: "הטלפון 050 123 45 67" }]);
    await call.quiet(4000);
    expect(call.agentTurns).toHaveLength(1);
  });

  it("goes on with the same turn when it had decided too early, as if it had not", async () => {
    const call = new TestCall();
    call.session.start();
    await call.say("יש לכם דירה");
    await call.quiet(760);
    expect(call.brain.asked).toHaveLength(1);
    const end = await call.say("ליד הים");
    expect(call.brain.signals[0]?.aborted).toBe(true);
    await call.quiet(5000);
    expect(call.script).toEqual(["caller: יש לכם דירה ליד הים", answer]);
    expect(call.brain.asked[1]).toMatchObject([{ text: "יש לכם דירה ליד הים" }]);
    expect((call.line.firstAudioAt ?? 0) - end).toBeGreaterThan(1000);
    expect(call.line.clears).toEqual([]);
    expect(call.agentTurns[0]?.metrics?.voiceToVoiceMs).toBeLessThan(1450);
    expect(call.events.filter((event) => event.type === "turn" && event.final)).toHaveLength(2);
  });

  it("starts a new turn instead when a tool has already run", async () => {
    const tool = { name: "open_task", input: {}, output: { ok: true }, tookMs: 3 };
    const call = new TestCall({
      brain: (history) => (history.length === 1 ? [100, { type: "tool", use: tool }, 5000] : streamed("רשמתי.")),
      tuning: { fillerAfterMs: 10_000 },
    });
    call.session.start();
    await call.say("תחזרו אליי");
    await call.quiet(1000);
    await call.say("מחר בבוקר");
    await call.quiet(5000);
    expect(call.script).toEqual(["caller: תחזרו אליי", "agent:  ()", "caller: מחר בבוקר", "agent: רשמתי. (רשמתי.)"]);
    expect(call.brain.asked[1]?.[1]).toEqual({ speaker: "agent", text: "", tools: [tool] });
  });

  it("does not lose the answer to a short noise while thinking", async () => {
    const call = new TestCall();
    call.session.start();
    await call.say("כן בבקשה");
    await call.quiet(800);
    await call.mumble(100);
    await call.quiet(4000);
    expect(call.script).toEqual(["caller: כן בבקשה", answer]);
    expect(call.brain.asked).toHaveLength(1);
  });

  it("waits for a late transcript, goes on without one that never comes, and still writes it down", async () => {
    const call = new TestCall();
    call.ears.delayMs = () => 2400;
    call.session.start();
    await call.say("יש לכם דירה");
    await call.quiet(6000);
    const { filler, fillerAgain, technical } = phrases;
    const bridged = `${filler.text} בשמחה. מתי נוח לך?`;
    expect(call.script).toEqual(["caller: יש לכם דירה", `agent: ${bridged} (${bridged})`]);

    call.ears.delayMs = () => 6000;
    await call.say("ומה המחיר");
    await call.quiet(5500);
    expect(call.agentTurns.at(-1)?.text).toBe(`${filler.text} ${fillerAgain.text} ${technical.text}`);
    await call.quiet(3000);
    expect(call.callerTurns.at(-1)).toMatchObject({ text: "ומה המחיר" });
  });

  it("asks to repeat twice, then stays silent until somebody speaks clearly", async () => {
    const call = new TestCall();
    call.session.start();
    for (let i = 0; i < 4; i++) {
      await call.mumble(900);
      await call.quiet(4000);
    }
    expect(call.agentTurns.map(({ text }) => text)).toEqual([phrases.pleaseRepeat.text, phrases.pleaseRepeat.text]);
    expect(call.callerTurns).toHaveLength(4);
    await call.say("שלום");
    await call.quiet(4000);
    expect(call.brain.asked).toHaveLength(1);
  });

  it("takes no notice of a cough", async () => {
    const call = new TestCall();
    call.session.start();
    await call.mumble(110);
    await call.quiet(3000);
    expect(call.events.filter(({ type }) => type === "turn")).toEqual([]);
    expect(call.line.log).toEqual([]);
  });

  it("loses no word of what was said around the boundaries", async () => {
    const call = new TestCall();
    call.session.start();
    const said: string[] = [];
    for (const [index, pause] of [230, 260, 300, 340, 200, 410, 480].entries()) {
      const words = `מילה${index} של`;
      said.push(words);
      await call.say(words);
      await call.quiet(pause);
    }
    await call.say("סוף");
    await call.quiet(5000);
    expect(call.callerTurns).toMatchObject([{ text: `${said.join(" ")} סוף` }]);
  });

  it("decides by the wall clock when the detector dies", async () => {
    const call = new TestCall();
    call.session.start();
    await call.say("שלום לך");
    call.detector.dead = true;
    await call.quiet(6000);
    expect(call.agentTurns).toHaveLength(1);
  });

  it("takes frames of any size, in bursts", async () => {
    const call = new TestCall({ tuning: { fillerAfterMs: 10_000 } });
    call.session.start();
    await call.say("שלום");
    for (const size of [1, 7, 0, 160, 3000, 12_000]) {
      call.session.onAudio(new Uint8Array(size).fill(SILENCE));
      await call.clock.advance(700);
    }
    await call.quiet(3000);
    expect(call.script).toEqual(["caller: שלום", answer]);
  });
});

describe("keys", () => {
  it("become a turn after a pause or a #", async () => {
    const call = new TestCall();
    call.session.start();
    for (const digit of "123") {
      call.session.onDtmf(digit);
      await call.quiet(500);
    }
    await call.quiet(6000);
    for (const digit of "45#") call.session.onDtmf(digit);
    await call.quiet(3000);
    expect(call.callerTurns).toMatchObject([{ text: "הקשות: 123", atMs: 0, endMs: 1000 }, { text: "הקשות: 45" }]);
    expect(call.agentTurns).toMatchObject([{ metrics: null }, { metrics: null }]);
  });

  it("stop the agent at once, as whoever presses them wants to be heard", async () => {
    const call = new TestCall({ greeting: phrases.technical });
    call.session.start();
    await call.quiet(500);
    call.session.onDtmf("7");
    expect(call.line.clears).toEqual([call.clock.now()]);
    expect(call.line.aheadMs).toBe(0);
    await call.quiet(9000);
    expect(call.turns).toMatchObject([{ interrupted: true }, { text: "הקשות: 7" }, { text: "בשמחה. מתי נוח לך?" }]);
    expect(call.agentTurns[0]?.heardText).not.toBe(phrases.technical.text);
  });

  it("stop an answer that is only being thought about, and are answered along with what was said", async () => {
    const call = new TestCall({ brain: () => streamed("בשמחה. מתי נוח לך?", 900) });
    call.session.start();
    await call.say("הקוד שלי");
    await call.quiet(700);
    call.session.onDtmf("7");
    await call.quiet(9000);
    expect(call.script).toEqual(["caller: הקוד שלי", "caller: הקשות: 7", answer]);
    expect(call.brain.asked.at(-1)?.map(({ text }) => text)).toEqual(["הקוד שלי", "הקשות: 7"]);
    await call.end();
    expect(call.clock.pending).toBe(0);
  });

  it("are heard, too, when the answer to what was said meanwhile has begun before their end", async () => {
    const call = new TestCall({ brain: () => streamed("בשמחה. מתי נוח לך?", 100) });
    call.session.start();
    const said = call.say("הקוד שלי");
    call.session.onDtmf("7");
    await said;
    await call.quiet(9000);
    expect(call.callerTurns.map(({ text }) => text)).toEqual(["הקוד שלי", "הקשות: 7"]);
    expect(call.turns.at(-1)).toMatchObject({ speaker: "agent", heardText: "בשמחה. מתי נוח לך?" });
  });

  it("do not stop the agent when it is only the # after a row that is being answered", async () => {
    const call = new TestCall();
    call.session.start();
    for (const digit of "12") call.session.onDtmf(digit);
    await call.quiet(3000);
    call.session.onDtmf("#");
    await call.quiet(5000);
    expect(call.line.clears).toEqual([]);
    expect(call.script).toEqual(["caller: הקשות: 12", answer]);
  });

  it("with a word over the agent are one turn", async () => {
    const call = new TestCall({ greeting: phrases.technical });
    call.session.start();
    await call.quiet(500);
    await call.say("זה");
    call.session.onDtmf("7");
    call.session.onDtmf("#");
    await call.quiet(6000);
    expect(call.callerTurns).toMatchObject([{ text: "זה הקשות: 7" }]);
    expect(call.agentTurns).toMatchObject([{ interrupted: true }, { heardText: "בשמחה. מתי נוח לך?" }]);
  });

  describe("whose answer a noise stops before it has begun", () => {
    const invented = { text: "תודה שצפיתם", confidence: 0.2, noSpeech: 0.9, compression: null };

    it.each([
      ["a cough", 120, null],
      ["a sound without words", 200, null],
      ["a sound that words are made of", 200, invented],
      ["a long one that words are made of", 600, invented],
    ])("are thought about again: %s", async (_, ms, words) => {
      const call = new TestCall({ brain: () => streamed("מעביר אותך לנציג.", 900) });
      call.session.start();
      await call.quiet(500);
      call.session.onDtmf("0");
      await call.quiet(900);
      if (words !== null) call.ears.inventions.push(words);
      await call.mumble(ms);
      await call.quiet(7000);
      expect(call.brain.asked.at(-1)?.at(-1)).toMatchObject({ text: "הקשה על 0: אפשר לדבר עם נציג?" });
      expect(call.agentTurns.map(({ heardText }) => heardText)).toEqual([
        expect.stringMatching(/מעביר אותך לנציג\.$/u),
      ]);
      await call.end();
      expect(call.clock.pending).toBe(0);
    });

    it("are left alone when it comes after the answer", async () => {
      const call = new TestCall();
      call.session.start();
      call.session.onDtmf("0");
      await call.quiet(4000);
      await call.mumble(200);
      await call.quiet(3000);
      expect(call.brain.asked).toHaveLength(1);
    });
  });
});
