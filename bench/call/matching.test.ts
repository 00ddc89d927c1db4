import { describe, expect, it } from "vitest";
import { lineEvents, spokenPhrases } from "../../scripts/call/line-events.ts";
import { crmCall } from "../../scripts/call/testing/records.ts";
import { answerTo } from "./answers.ts";
import { lengthOfUnion } from "./waits.ts";
import { saysAll, saysPartOf } from "./words.ts";

describe("the union of waits", () => {
  const within = { from: 0, to: 100 };
  it("counts what lies in several of them once, and nothing outside", () => {
    const waits = [
      { from: 40, to: 60 },
      { from: -20, to: 30 },
      { from: 50, to: 70 },
      { from: 90, to: 200 },
    ];
    expect(lengthOfUnion(waits, within)).toBe(30 + 30 + 10);
    expect(lengthOfUnion([], within)).toBe(0);
    expect(lengthOfUnion([{ from: 60, to: 50 }], within)).toBe(0);
  });
});

describe("what was said against what was understood", () => {
  it("compares words in their order, without punctuation", () => {
    expect(saysAll("שלום אני מחפש דירה, להשכרה", "אני מחפש דירה.")).toBe(true);
    expect(saysAll("אני דירה מחפש", "אני מחפש דירה.")).toBe(false);
    expect(saysAll("מחפש דירה", "אני מחפש דירה.")).toBe(false);
    expect(saysAll("אין ממ״ד", "ממ")).toBe(false);
    expect(saysPartOf("דירה של", "אני מחפש דירה של שלושה חדרים.")).toBe(true);
    expect(saysPartOf("", "אני מחפש")).toBe(false);
  });
});

describe("an answer", () => {
  const phrase = { phrase: "rental_area", text: "בתל אביב, באזור המרכז." };
  const log = [
    { kind: "stream_start", at: 0, streamSid: "MZ" },
    { kind: "agent_audio", at: 100, arrivedAt: 95, playAt: 100, gapMs: -1, source: "stream" },
    { kind: "agent_quiet", at: 400 },
    { kind: "caller_speech_start", at: 1000, lateMs: 0, ...phrase },
    { kind: "caller_speech_end", at: 2000, lateMs: 0, ...phrase },
    { kind: "agent_audio", at: 3520, arrivedAt: 3510, playAt: 3520, gapMs: 3000, source: "stream" },
    { kind: "mark", at: 3511, name: "2.1920", step: "received", cleared: false },
  ];
  const recordOf = (voiceToVoiceMs: number) =>
    crmCall([
      { speaker: "caller", text: "בתל אביב, באזור המרכז." },
      { speaker: "agent", text: "מעולה. כמה חדרים?", voice_to_voice_ms: voiceToVoiceMs },
    ]);
  const requests = {
    transcriptions: [{ at: 2200, endAt: 2650, text: "בתל אביב, באזור המרכז." }],
    models: [
      {
        at: 2660,
        endAt: 3300,
        text: "מעולה. כמה חדרים?",
        asked: "בתל אביב, באזור המרכז.",
        written: [
          { chars: 4, at: 3100 },
          { chars: 6, at: 3115 },
          { chars: 17, at: 3200 },
        ],
      },
    ],
    voices: [
      { at: 2900, endAt: 3505, text: "מעולה." },
      { at: 3120, endAt: 3400, text: "מעולה." },
      { at: 3125, endAt: 3505, text: "מעולה." },
      { at: 3205, endAt: 3600, text: "כמה חדרים?" },
    ],
  };
  const answer = (over: object[] = [], voices = requests.voices, ownMs = 1480) => {
    const events = lineEvents({ log: [...log, ...over] as Parameters<typeof lineEvents>[0]["log"] });
    const [spoken] = spokenPhrases(events);
    return spoken && answerTo(spoken, events, recordOf(ownMs), { ...requests, voices });
  };

  it("is measured from the true end of speech, and what is left after every wait is our own", () => {
    const found = answer();
    expect(found?.voiceToVoiceMs).toBe(1510);
    expect(found?.detectorOffsetMs).toBe(30);
    expect(found?.filler).toBe(false);
    // Text to model 10 ms, sentence to voice 10 ms, voice to ear 5 ms; the voice requests of other calls fit worse.
    expect(found?.overheadMs).toBe(25);
    // Silence 30 + 512, recogniser 450, model 455, voice 380.
    expect(found?.sequentialMs).toBe(1827);
  });

  it("is not counted when the phone's own clock was late, and knows what bridged the wait", () => {
    expect(answer()?.spoilt).toBe(false);
    expect(answer([{ kind: "ticker_late", at: 1900, lateMs: 60 }])?.spoilt).toBe(true);
    expect(answer([{ kind: "ticker_late", at: 900, lateMs: 60 }])?.spoilt).toBe(false);
    const bridged = answer([{ kind: "mark", at: 3000, name: "2.800", step: "received", cleared: false }]);
    expect(bridged?.filler).toBe(true);
    expect(bridged?.voiceToVoiceMs).toBe(1510);
  });

  it("may begin with what the product remembers: then nobody waited for the voice", () => {
    const found = answer(
      [{ kind: "mark", at: 3119, name: "2.960", step: "received", cleared: false }],
      requests.voices.filter(({ text }) => text !== "מעולה."),
      1089,
    );
    expect(found?.remembered).toBe(true);
    expect(found?.voiceToVoiceMs).toBe(1119);
    // Text to model 10 ms, sentence to ear 4 ms.
    expect(found?.overheadMs).toBe(14);
    expect(found?.sequentialMs).toBe(1827 - 380);
  });

  it("is none when the caller was not understood", () => {
    const events = lineEvents({ log: log as Parameters<typeof lineEvents>[0]["log"] });
    const [spoken] = spokenPhrases(events);
    const deaf = crmCall([{ speaker: "caller", text: "בתל אביב" }]);
    expect(spoken && answerTo(spoken, events, deaf, requests)).toBeUndefined();
  });
});
