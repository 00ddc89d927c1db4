import { describe, expect, it } from "vitest";
import { z } from "zod";
import type { Brain, BrainEvent, CallAction, Utterance } from "../voice/ports.ts";
import { createFallbackBrain } from "./fallback.ts";
import { defineTool, type ToolOutput } from "./tools/tool.ts";
import { withFallback } from "./with-fallback.ts";

const GREETING: Utterance = { speaker: "agent", text: "שלום, הגעתם לשי דירות. במה אפשר לעזור?", tools: [] };

/** All that is asked for. */
const TOLD: Utterance[] = [
  { speaker: "caller", text: "אני מחפש דירה להשכרה", tools: [] },
  { speaker: "agent", text: "נרשום הודעה ויחזרו אליכם. מה השם, בבקשה?", tools: [] },
  { speaker: "caller", text: "דנה", tools: [] },
];

function messages(output: ToolOutput = { ok: true }) {
  const kept: Record<string, unknown>[] = [];
  const tool = defineTool({
    name: "take_message",
    description: "",
    schema: z.object({ message: z.string(), name: z.string().optional(), phone: z.string().optional() }),
    run: async (input) => {
      kept.push(input);
      return { output };
    },
  });
  return { kept, tool };
}

function fallback(
  { tool }: ReturnType<typeof messages>,
  callerPhone: string | null = "+972531234567",
  lastResort: CallAction | null = null,
): Brain {
  return createFallbackBrain({ takeMessage: tool, callerPhone, now: () => new Date(0), lastResort });
}

/** Talks until the agent hangs up or nothing is left to say; gives what the agent said. */
async function talk(brain: Brain, lines: string[]): Promise<{ said: string[]; hungUp: boolean }> {
  const history: Utterance[] = [GREETING];
  const said: string[] = [];
  for (const text of lines) {
    history.push({ speaker: "caller", text, tools: [] });
    const answer: Utterance = { speaker: "agent", text: "", tools: [] };
    for (const event of await collect(brain, history)) {
      if (event.type === "text") answer.text += event.delta;
      else if (event.type === "tool") answer.tools.push(event.use);
      else if (event.type === "then") return { said: [...said, answer.text], hungUp: true };
    }
    said.push(answer.text);
    history.push(answer);
  }
  return { said, hungUp: false };
}

async function collect(
  brain: Brain,
  history: Utterance[],
  signal = new AbortController().signal,
): Promise<BrainEvent[]> {
  const events: BrainEvent[] = [];
  for await (const event of brain.reply(history, signal, Promise.resolve())) events.push(event);
  return events;
}

describe("goodbye", () => {
  it.each([
    "שבוע טוב, רציתי לשאול על הדירה ברחוב הרצל",
    "יום טוב",
    "אני צריך את מחלקת הגבייה",
    "שלום, אני רוצה להזמין קובייה",
    "תגידו לדנה שאני מאחר לפגישה, ביי",
  ])("is not heard in: %s", async (line) => {
    expect(await talk(fallback(messages()), [line])).toEqual({
      said: ["נרשום הודעה ויחזרו אליכם. מה השם, בבקשה?"],
      hungUp: false,
    });
  });

  it.each(["להתראות", "תודה רבה לכם, יום טוב!", "טוב אז ביי", "לא תודה, להתראות."])("is heard in: %s", async (line) => {
    expect(await talk(fallback(messages()), [line])).toMatchObject({ hungUp: true });
  });
});

describe("the brain without a model", () => {
  it("takes name and subject of a caller whose number is known, and says goodbye", async () => {
    const book = messages();
    const { said, hungUp } = await talk(fallback(book), ["הלו", "קוראים לי דנה לוי.", "דירה להשכרה בחולון"]);
    expect(said[0]).toMatch(/מה השם/);
    expect(said[1]).toMatch(/באיזה נושא/);
    expect(said[2]).toBe("תודה דנה לוי, ההודעה נרשמה. יחזרו אליכם בהקדם למספר שממנו התקשרתם. להתראות.");
    expect(book.kept).toEqual([{ message: "דירה להשכרה בחולון", name: "דנה לוי" }]);
    expect(hungUp).toBe(true);
  });

  it("does not ask for a subject that was told already", async () => {
    const book = messages();
    await talk(fallback(book), ["אני מחפש דירה להשכרה בחולון", "יוסי"]);
    expect(book.kept).toEqual([{ message: "אני מחפש דירה להשכרה בחולון", name: "יוסי" }]);
  });

  it("asks a withheld number for one, and once more when it does not come whole", async () => {
    const book = messages();
    const { said } = await talk(fallback(book, null), ["הלו", "דנה", "דירה", "אפס חמש שלוש", "053-1234567"]);
    expect(said.slice(2)).toEqual([
      expect.stringMatching(/לאיזה מספר/),
      expect.stringMatching(/ספרה/),
      expect.stringMatching(/נרשמה/),
    ]);
    expect(book.kept[0]).toMatchObject({ phone: "053-1234567" });
  });

  it("keeps the message of somebody who gives no number", async () => {
    const book = messages();
    const { hungUp } = await talk(fallback(book, null), ["הלו", "דנה", "דירה", "לא רוצה", "לא"]);
    expect([book.kept.length, hungUp]).toEqual([1, true]);
  });

  it("says so honestly when the message could not be kept, and has the network record one", async () => {
    const brain = fallback(messages({ ok: false, reason: "" }), undefined, { kind: "record" });
    const events = await collect(brain, [GREETING, ...TOLD]);
    expect(events.slice(1)).toEqual([
      { type: "text", delta: "יש לנו תקלה, ומה שנאמר לא נרשם." },
      { type: "then", action: { kind: "record" } },
    ]);
  });

  it("hangs up on a message that could not be kept where nothing is recorded", async () => {
    const events = await collect(fallback(messages({ ok: false, reason: "" })), [GREETING, ...TOLD]);
    expect(events.slice(1)).toEqual([
      { type: "text", delta: expect.stringMatching(/לא הצלחנו/) },
      { type: "then", action: { kind: "hang_up" } },
    ]);
  });

  it("lets somebody go who only says goodbye, and keeps one message only", async () => {
    const book = messages();
    expect((await talk(fallback(book), ["טעות במספר, להתראות"])).hungUp).toBe(true);
    expect(book.kept).toHaveLength(0);
    const kept: Utterance = {
      speaker: "agent",
      text: "",
      tools: [{ name: "take_message", input: {}, output: { ok: true }, tookMs: 0 }],
    };
    const events = await collect(fallback(book), [GREETING, kept, { speaker: "caller", text: "רגע", tools: [] }]);
    expect(events.at(-1)?.type).toBe("then");
    expect(book.kept).toHaveLength(0);
  });
});

describe("a model that keeps failing", () => {
  const failing: Brain = {
    // biome-ignore lint/correctness/useYield: it fails before its first word.
    reply: async function* () {
      throw new Error("down");
    },
  };

  it("before its first word: the turn itself is answered, and a message is taken to the end", async () => {
    const book = messages();
    const brain = withFallback(failing, fallback(book));
    const { said, hungUp } = await talk(brain, ["אני מחפש דירה להשכרה", "דנה"]);
    expect(said[0]).toMatch(/מה השם/);
    expect(book.kept).toEqual([{ message: "אני מחפש דירה להשכרה", name: "דנה" }]);
    expect(hungUp).toBe(true);
  });

  it("is known to the staff, once", async () => {
    const brain = withFallback(failing, fallback(messages()));
    expect((await collect(brain, [GREETING]))[0]).toMatchObject({ type: "trouble", trouble: "fallback" });
    expect((await collect(brain, [GREETING])).map(({ type }) => type)).toEqual(["text"]);
  });

  it("answers for a model whose second try was no better than its nonsense", async () => {
    const raving: Brain = {
      reply: async function* () {
        yield { type: "trouble", trouble: "nonsense", error: new Error("nonsense") };
        throw new Error("nonsense again");
      },
    };
    const events = await collect(withFallback(raving, fallback(messages())), [GREETING]);
    expect(events.map((event) => (event.type === "trouble" ? event.trouble : event.type))).toEqual([
      "nonsense",
      "fallback",
      "text",
    ]);
  });

  it("has not failed when nobody was to hear its answer", async () => {
    const brain = withFallback(failing, fallback(messages()));
    const abort = new AbortController();
    abort.abort();
    await expect(collect(brain, [GREETING], abort.signal)).rejects.toThrow("down");
    expect((await collect(brain, [GREETING]))[0]).toMatchObject({ type: "trouble" });
  });

  it("in the middle of an answer: the caller is asked to repeat once, not twice in a row", async () => {
    const breaking: Brain = {
      reply: async function* () {
        yield { type: "text", delta: "יש לנו" };
        throw new Error("cut");
      },
    };
    const brain = withFallback(breaking, fallback(messages()));
    await expect(collect(brain, [GREETING])).rejects.toThrow("cut");
    await expect(collect(brain, [GREETING])).rejects.toThrow("cut");
    expect(await collect(brain, [GREETING])).toMatchObject([{ type: "text", delta: expect.stringMatching(/מה השם/) }]);
  });

  it("knows what was told to the model, and its own questions behind a word that bridged the wait", async () => {
    const book = messages();
    const said = (text: string): Utterance => ({ speaker: "agent", text, tools: [] });
    const told = (text: string): Utterance => ({ speaker: "caller", text, tools: [] });
    const history = [
      GREETING,
      told("אני מחפש דירה להשכרה"),
      said("בשמחה. באיזה אזור?"),
      told("בתל אביב או בסביבה"),
      said("רגע. אני בודק, עוד רגע בבקשה. נרשום הודעה ויחזרו אליכם. מה השם, בבקשה?"),
      told("דנה לוי"),
    ];
    const events = await collect(fallback(book), history);
    expect(book.kept).toEqual([{ message: "אני מחפש דירה להשכרה בתל אביב או בסביבה", name: "דנה לוי" }]);
    expect(events.at(-1)).toMatchObject({ type: "then" });
  });
});
