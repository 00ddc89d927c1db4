import { describe, expect, it } from "vitest";
import type { Utterance } from "./ports.ts";
import { phrase, TestCall, type TestCallOptions } from "./testing/test-call.ts";

const opening = phrase("סליחה, הקו נקטע לרגע. אפשר להמשיך.");
const openingMs = opening.text.length * 60;
const greeted: Utterance = { speaker: "agent", text: "שלום, במה אפשר לעזור?", tools: [] };
const caller = (text: string): Utterance => ({ speaker: "caller", text, tools: [] });

/** A conversation that goes on over a new stream; `now` is what is known of the former one when it is asked for. */
function takenUp(known: Utterance[], now: Utterance[] | Promise<Utterance[]>, options: TestCallOptions = {}): TestCall {
  const call = new TestCall({ greeting: opening, recall: async () => now, ...options });
  call.session.start(known);
  return call;
}

describe("a conversation that is taken up again", () => {
  it("answers what was recognised only after the stream had broken", async () => {
    const call = takenUp([greeted], [greeted, caller("כמה עולה הדירה?")]);
    await call.quiet(openingMs + 3000);
    expect(call.brain.asked).toEqual([
      [greeted, { speaker: "agent", text: opening.text, tools: [] }, caller("כמה עולה הדירה?")],
    ]);
    expect(call.agentTurns.map(({ text }) => text)).toEqual([opening.text, "בשמחה. מתי נוח לך?"]);
  });

  it("answers what nobody had answered when it broke", async () => {
    const known = [greeted, caller("כמה עולה הדירה?")];
    const call = takenUp(known, known);
    await call.quiet(openingMs + 3000);
    expect(call.brain.asked).toHaveLength(1);
    expect(call.brain.asked[0]?.at(-1)).toEqual(caller("כמה עולה הדירה?"));
  });

  it("answers it, too, when a noise comes before the answer has begun", async () => {
    const call = takenUp([greeted], [greeted, caller("כמה עולה הדירה?")]);
    await call.quiet(openingMs + 300);
    await call.mumble(200);
    await call.quiet(4000);
    expect(call.brain.asked).toHaveLength(2);
    expect(call.brain.asked[1]?.at(-1)).toEqual(caller("כמה עולה הדירה?"));
    expect(call.agentTurns.at(-1)?.heardText).toContain("בשמחה. מתי נוח לך?");
  });

  it("lets a caller go on who was cut in the middle of a sentence, and knows how it began", async () => {
    const call = takenUp([greeted], [greeted, caller("אני מחפש דירה של")]);
    await call.quiet(openingMs + 1500);
    expect(call.brain.asked).toEqual([]);
    await call.say("שלושה חדרים");
    await call.quiet(3000);
    expect(call.brain.asked[0]?.map(({ text }) => text)).toEqual([
      greeted.text,
      opening.text,
      "אני מחפש דירה של",
      "שלושה חדרים",
    ]);
  });

  it("lets the caller speak first who goes on over the opening, and knows what they had said", async () => {
    const call = takenUp([greeted], [greeted, caller("כמה עולה הדירה?")]);
    await call.quiet(700);
    await call.say("שאלתי כמה היא עולה");
    await call.quiet(4000);
    const asked = call.brain.asked[0]?.map(({ text }) => text);
    expect(asked?.[0]).toBe(greeted.text);
    expect(asked?.slice(2)).toEqual(["כמה עולה הדירה?", "שאלתי כמה היא עולה"]);
    expect(call.brain.asked).toHaveLength(1);
  });

  describe("whose caller was speaking into the dead line", () => {
    /** Frames that came before the conversation could begin are handed over all at once. */
    function speakingAlready(): TestCall {
      const call = new TestCall({ greeting: opening, recall: async () => [greeted] });
      call.session.start([greeted]);
      call.burst("אחת", 240);
      return call;
    }

    it("tells them to the end that it was cut, and hears them to the end", async () => {
      const call = speakingAlready();
      await call.say("שתיים שלוש ארבע חמש שש שבע שמונה תשע עשר ועוד אחת וזה הכול");
      await call.quiet(4000);
      expect(call.line.clears).toEqual([]);
      const [told, answer] = call.agentTurns;
      expect(told).toMatchObject({ text: opening.text, heardText: opening.text, interrupted: false });
      expect(call.callerTurns.map(({ text }) => text)).toEqual([expect.stringContaining("שתיים שלוש ארבע")]);
      expect(call.callerTurns[0]?.text).toContain("וזה הכול");
      expect(answer?.text).toBe("בשמחה. מתי נוח לך?");
    });

    it("answers what they said when they fell silent before the opening was over", async () => {
      const call = speakingAlready();
      await call.say("שתיים שלוש");
      await call.quiet(openingMs + 3000);
      expect(call.line.clears).toEqual([]);
      expect(call.callerTurns.map(({ text }) => text)).toEqual([expect.stringContaining("שתיים שלוש")]);
      expect(call.brain.asked).toHaveLength(1);
    });

    it("falls silent for who begins to speak after that", async () => {
      const call = speakingAlready();
      await call.quiet(600);
      await call.say("הלו שומעים אותי");
      expect(call.line.clears.length).toBeGreaterThan(0);
      await call.quiet(4000);
      expect(call.callerTurns.at(-1)?.text).toContain("הלו שומעים אותי");
    });
  });

  it("just listens when everything was answered, and when nothing can be learnt", async () => {
    const answered = takenUp([greeted], [greeted]);
    await answered.quiet(openingMs + 3000);
    expect(answered.brain.asked).toEqual([]);

    const unknown = takenUp([greeted], new Promise(() => {}));
    await unknown.quiet(openingMs + 1000);
    await unknown.say("שלום יש דירה");
    await unknown.quiet(4000);
    expect(unknown.brain.asked[0]?.map(({ text }) => text)).toEqual([greeted.text, opening.text, "שלום יש דירה"]);
  });

  it("asks nobody after the call is over", async () => {
    let asked = 0;
    const recall = async () => {
      asked += 1;
      return [caller("כמה עולה הדירה?")];
    };
    const call = takenUp([], [], { recall });
    await call.quiet(500);
    await call.end();
    expect(asked).toBe(0);
    expect(call.brain.asked).toEqual([]);
  });
});
