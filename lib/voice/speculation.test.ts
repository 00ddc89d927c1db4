import { describe, expect, it } from "vitest";
import { type Script, streamed } from "./testing/fake-agent.ts";
import { TestCall, type TestCallOptions } from "./testing/test-call.ts";

const use = { name: "open_task", input: {}, output: { ok: true }, tookMs: 3 };
const withTool: Script = [
  100,
  { type: "text", delta: "רגע, רושמים.\n" },
  { type: "tool", use },
  ...streamed("נרשם.", 50),
];

/** A call whose recogniser is quick, so that the words are known long before the silence has lasted. */
function quickCall(options: TestCallOptions = {}): TestCall {
  const call = new TestCall(options);
  call.ears.delayMs = () => 100;
  call.voice.firstByteMs = () => 50;
  call.session.start();
  return call;
}

describe("thinking before it is sure that the caller has finished", () => {
  it("has the answer ready when the turn is over, and not a moment before", async () => {
    const call = quickCall({ brain: () => streamed("בשמחה. מתי נוח לך?", 100) });
    const end = await call.say("יש לכם דירה");
    await call.quiet(480);
    expect([call.brain.asked.length, call.voice.requests.length]).toEqual([1, 2]);
    expect([call.line.log, call.turns]).toEqual([[], []]);
    await call.quiet(4000);
    expect((call.line.firstAudioAt ?? 0) - end).toBeLessThan(560);
    expect(call.brain.asked).toHaveLength(1);
    expect(call.script).toEqual(["caller: יש לכם דירה", "agent: בשמחה. מתי נוח לך? (בשמחה. מתי נוח לך?)"]);
    const metrics = call.agentTurns[0]?.metrics;
    expect(metrics).toMatchObject({ tAudioMs: 0, tNlpMs: 100, tTtsMs: 50 });
    expect(metrics?.voiceToVoiceMs).toBe(metrics?.endpointMs);
  });

  it("forgets it without a trace when the caller goes on", async () => {
    const call = quickCall({ brain: (history) => (history.at(-1)?.text === "תרשמו" ? withTool : streamed("בשמחה.")) });
    await call.say("תרשמו");
    await call.quiet(460);
    expect(call.brain.asked).toMatchObject([[{ text: "תרשמו" }]]);
    await call.say("הודעה לדנה");
    expect(call.brain.signals[0]?.aborted).toBe(true);
    await call.quiet(4000);
    expect(call.script).toEqual(["caller: תרשמו הודעה לדנה", "agent: בשמחה. (בשמחה.)"]);
    expect(call.agentTurns[0]?.tools).toEqual([]);
    expect(call.of("trouble")).toEqual([]);
  });

  it("does something only once it is sure", async () => {
    const call = quickCall({ brain: () => withTool });
    await call.say("תחזרו אליי");
    await call.quiet(480);
    expect(call.voice.requests).toEqual(["רגע, רושמים."]);
    expect(call.turns).toEqual([]);
    await call.quiet(4000);
    expect(call.agentTurns).toMatchObject([{ text: "רגע, רושמים. נרשם.", tools: [use] }]);
    expect(call.brain.asked).toHaveLength(1);
  });

  it("thinks anew when something was typed meanwhile", async () => {
    const call = quickCall();
    await call.say("הקוד שלי הוא");
    await call.say("הנה");
    await call.quiet(400);
    call.session.onDtmf("7");
    call.session.onDtmf("#");
    await call.quiet(4000);
    expect(call.brain.asked.map((asked) => asked.at(-1)?.text)).toEqual([
      "הקוד שלי הוא הנה",
      "הקוד שלי הוא הנה הקשות: 7",
    ]);
    expect(call.brain.signals[0]?.aborted).toBe(true);
    expect(call.agentTurns).toHaveLength(1);
  });

  it("does not think about words that look unfinished or that nobody may have said", async () => {
    const call = quickCall();
    call.ears.inventions.push({ text: "תודה שצפיתם", confidence: 0.3, noSpeech: 0.9, compression: null });
    await call.say("אני מחפש");
    await call.quiet(480);
    await call.say("אני מחפש דירה של");
    await call.quiet(480);
    expect(call.brain.asked).toEqual([]);
    await call.end();
  });

  it("tells of a model that failed only if its answer was wanted", async () => {
    const call = quickCall({ brain: () => [50, new Error("model")] });
    await call.say("יש לכם דירה");
    await call.quiet(460);
    await call.say("בחולון");
    expect(call.of("trouble")).toEqual([]);
    await call.quiet(1500);
    expect(call.of("trouble")).toMatchObject([{ step: "model" }]);
    expect(call.agentTurns).toMatchObject([{ troubles: ["model"] }]);
  });

  it("leaves nothing behind when the call ends meanwhile", async () => {
    const call = quickCall({ brain: () => withTool });
    await call.say("תרשמו הודעה");
    await call.quiet(460);
    await call.end();
    expect(call.script).toEqual(["caller: תרשמו הודעה"]);
    expect(call.brain.signals[0]?.aborted).toBe(true);
    expect(call.clock.pending).toBe(0);
  });

  it("can be interrupted like any other answer", async () => {
    const call = quickCall({ brain: () => streamed("יש לנו דירות רבות באזור הזה ואפשר לראות את כולן מחר בבוקר.", 50) });
    await call.say("יש לכם דירה");
    await call.quiet(1000);
    await call.say("לא רוצה דירה אלא משרד גדול");
    await call.quiet(300);
    expect(call.agentTurns).toMatchObject([{ interrupted: true }]);
    expect(call.line.clears).toHaveLength(1);
    await call.end();
  });
});
