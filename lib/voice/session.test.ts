import { describe, expect, it } from "vitest";
import { streamed } from "./testing/fake-agent.ts";
import { phrase, phrases, TestCall } from "./testing/test-call.ts";

describe("a call", () => {
  it("greets at once, hears, answers, and knows what was heard", async () => {
    const call = new TestCall({ greeting: phrase("שלום, כאן שי דירות.") });
    call.session.start();
    expect(call.line.firstAudioAt).toBe(call.startedAt);
    await call.quiet(3000);
    const end = await call.say("יש לכם דירה בתל אביב");
    await call.quiet(5000);
    expect(call.script).toEqual([
      "agent: שלום, כאן שי דירות. (שלום, כאן שי דירות.)",
      "caller: יש לכם דירה בתל אביב",
      "agent: בשמחה. מתי נוח לך? (בשמחה. מתי נוח לך?)",
    ]);
    expect(call.brain.asked).toEqual([
      [
        { speaker: "agent", text: "שלום, כאן שי דירות.", tools: [] },
        { speaker: "caller", text: "יש לכם דירה בתל אביב", tools: [] },
      ],
    ]);
    const [, caller, agent] = call.turns;
    expect(caller).toMatchObject({ confidence: 0.9 });
    expect(Math.abs((caller?.atMs ?? 0) - 3000)).toBeLessThan(40);
    expect(agent?.speaker === "agent" && agent.metrics?.voiceToVoiceMs).toBeLessThan(1500);
    const firstFrame = call.line.log.find((sent) => sent.at > end);
    expect((firstFrame?.at ?? 0) - end).toBeLessThan(1450);
    expect(call.events.filter((event) => event.type === "turn" && event.final)).toHaveLength(3);
  });

  it("splits the time of an answer into its parts", async () => {
    const call = new TestCall();
    call.ears.delayMs = () => 600;
    call.session.start();
    await call.quiet(500);
    await call.say("כן");
    await call.quiet(4000);
    const metrics = call.agentTurns[0]?.metrics;
    expect(metrics).toBeTruthy();
    if (!metrics) return;
    const { endpointMs, tAudioMs, tNlpMs, tTtsMs, voiceToVoiceMs } = metrics;
    expect(endpointMs).toBe(500);
    // Asked after a window of silence and answered 600 ms later: 132 ms after the silence was long enough.
    expect(tAudioMs).toBeGreaterThanOrEqual(132);
    expect(tAudioMs).toBeLessThan(182);
    expect(tNlpMs).toBeGreaterThanOrEqual(450);
    expect(tNlpMs).toBeLessThan(490);
    expect(tTtsMs).toBe(200);
    expect(Math.abs(endpointMs + tAudioMs + tNlpMs + tTtsMs - voiceToVoiceMs)).toBeLessThan(4);
  });

  it("speaks the first sentence while the model still writes, and keeps the order", async () => {
    const text = "בשמחה אבדוק לך, יש שלוש דירות באזור. האם יש לך העדפה לקומה? אפשר גם לתאם ביקור ליום ראשון בבוקר.";
    const silent = { ...phrases, filler: null, fillerAgain: null };
    const call = new TestCall({ brain: () => streamed(text, 450, 60), phrases: silent });
    let request = 0;
    call.voice.firstByteMs = () => (request++ === 0 ? 600 : 100);
    call.session.start();
    await call.say("כן");
    await call.quiet(14_000);
    expect(call.voice.requests[0]).toBe("בשמחה אבדוק לך,");
    expect(call.voice.requests.join(" ")).toBe(text);
    expect(call.agentTurns).toMatchObject([{ text, heardText: text }]);
  });

  it("has sentences made ready for the ear, and writes them down as they were", async () => {
    const call = new TestCall({ brain: () => streamed("זה 50 ₪."), speakable: (text) => text.replace("₪", "שקלים") });
    call.session.start();
    await call.say("כמה");
    await call.quiet(4000);
    expect(call.voice.requests).toEqual(["זה 50 שקלים."]);
    expect(call.agentTurns).toMatchObject([{ text: "זה 50 ₪.", heardText: "זה 50 ₪." }]);
  });

  it("takes up a conversation again: answers what was left unanswered, and goes on counting", async () => {
    const call = new TestCall({ firstTurnIndex: 4, elapsedMs: 60_000 });
    call.session.start([{ speaker: "caller", text: "אפשר לתאם?", tools: [] }]);
    await call.quiet(5000);
    expect(call.turns).toMatchObject([{ speaker: "agent", index: 4, text: "בשמחה. מתי נוח לך?" }]);
    expect(call.turns[0]?.atMs).toBeGreaterThan(60_000);
  });

  it("keeps a reply in the record when the caller hangs up before hearing it", async () => {
    const call = new TestCall();
    call.session.start();
    await call.say("כן");
    await call.quiet(1250);
    await call.end();
    expect(call.agentTurns).toMatchObject([{ text: "בשמחה. מתי נוח לך?", heardText: "", interrupted: false }]);
    expect(call.clock.pending).toBe(0);
  });

  it("keeps the caller's last words when they hang up in the middle of them", async () => {
    const call = new TestCall();
    call.session.start();
    await call.say("תחזרו אליי לטלפון");
    const ended = call.session.end({ kind: "caller_hung_up" });
    expect(call.detector.closed).toBe(true);
    expect(call.ears.closed).toBe(false);
    await call.clock.advance(600);
    await ended;
    expect(call.script).toEqual(["caller: תחזרו אליי לטלפון"]);
    expect(call.ears.closed).toBe(true);
    expect(call.clock.pending).toBe(0);
  });

  it("keeps last words whose text is slow: nobody is left whom the wait could bother", async () => {
    const call = new TestCall();
    call.ears.delayMs = () => 7500;
    call.session.start();
    await call.say("תחזרו אליי בערב");
    await call.end();
    expect(call.script).toEqual(["caller: תחזרו אליי בערב"]);
    expect(call.clock.pending).toBe(0);
  });

  it("keeps words whose text is slow, too, when the agent has begun to speak before the caller hangs up", async () => {
    const call = new TestCall();
    call.ears.delayMs = () => 5000;
    call.session.start();
    await call.say("שמי דנה לוי והטלפון שלי");
    await call.quiet(3900);
    expect(call.callerTurns).toMatchObject([{ text: "" }]);
    await call.end();
    expect(call.callerTurns).toMatchObject([{ text: "שמי דנה לוי והטלפון שלי" }]);
    expect(call.clock.pending).toBe(0);
  });

  it("keeps words that the agent went on after, and what was said after them", async () => {
    const call = new TestCall({ greeting: phrase("שלום, כאן שי דירות ומשרדים, במה אפשר לעזור לכם היום?") });
    call.ears.delayMs = () => 2500;
    call.session.start();
    await call.quiet(500);
    await call.say("לא תודה");
    await call.quiet(1600);
    expect(call.callerTurns).toEqual([]);
    await call.say("אולי מחר");
    await call.end();
    expect(call.callerTurns.map(({ text }) => text)).toEqual(["לא תודה", "אולי מחר"]);
    expect(call.clock.pending).toBe(0);
  });

  it("writes nothing down of an echo that is known only after the end", async () => {
    const call = new TestCall({ greeting: phrase("שלום, כאן שי דירות ומשרדים, במה אפשר לעזור לכם היום?") });
    call.ears.delayMs = () => 2500;
    call.session.start();
    await call.quiet(1300);
    await call.say("שי דירות");
    await call.quiet(1600);
    await call.end();
    expect(call.callerTurns).toEqual([]);
    expect(call.clock.pending).toBe(0);
  });

  it("waits for the last words only so long", async () => {
    const call = new TestCall();
    call.ears.stalled = true;
    call.session.start();
    await call.say("תחזרו אליי");
    await call.end();
    expect(call.ears.closed).toBe(true);
    expect(call.callerTurns).toMatchObject([{ text: "" }]);
    expect(call.clock.pending).toBe(0);
  });

  it("can be ended by the listener of an event, and twice", async () => {
    const call = new TestCall({ greeting: phrase("שלום.") });
    const push = call.events.push.bind(call.events);
    call.events.push = (event) => {
      void call.session.end({ kind: "stream_failed", reason: "internal" });
      return push(event);
    };
    call.session.start();
    await call.end();
    expect(call.session.end({ kind: "caller_hung_up" })).toBe(call.session.end({ kind: "caller_hung_up" }));
    expect(call.clock.pending).toBe(0);
  });

  it("ignores everything before the start and after the end", async () => {
    const call = new TestCall({ greeting: phrases.technical });
    await call.say("מוקדם מדי");
    call.session.onMark("1.1920");
    await call.end();
    const before = call.events.length;
    call.session.start();
    await call.say("מאוחר מדי");
    call.session.onDtmf("1");
    call.session.onMark("nonsense");
    await call.quiet(20_000);
    expect(call.events).toHaveLength(before);
    expect(call.line.log).toEqual([]);
  });
});
