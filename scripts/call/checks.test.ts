import { describe, expect, it } from "vitest";
import { faultsOf, isDescribed } from "./checks.ts";
import type { CrmCall } from "./crm.ts";
import type { LogEntry, PhoneRecord } from "./phone.ts";
import type { Scenario } from "./scenarios/scenario.ts";
import { crmCall, phoneRecord } from "./testing/records.ts";

const GREETING = "שלום, במה אפשר לעזור?";
const ANSWER = "בשמחה. באיזה אזור?";
const ASKED = "אני מחפש דירה.";

/** A greeting, a question and its answer after 800 ms, on a stream. */
const log: LogEntry[] = [
  { at: 0, kind: "twiml", verbs: ["Connect"] },
  { at: 50, kind: "stream_start" },
  { at: 100, kind: "agent_audio", arrivedAt: 95, source: "stream" },
  { at: 100, kind: "agent_speech_start" },
  { at: 2000, kind: "agent_speech_end" },
  { at: 2100, kind: "agent_quiet" },
  { at: 3000, kind: "caller_speech_start", phrase: "asked", text: ASKED },
  { at: 4000, kind: "caller_speech_end", phrase: "asked", text: ASKED },
  { at: 4800, kind: "agent_audio", arrivedAt: 4795, source: "stream" },
  { at: 4800, kind: "agent_speech_start" },
  { at: 6000, kind: "agent_speech_end" },
  { at: 6100, kind: "agent_quiet" },
  { at: 9000, kind: "hangup" },
];
const turns = [
  { speaker: "agent" as const, text: GREETING, heard_text: GREETING, at_ms: 100 },
  { speaker: "caller" as const, text: ASKED, heard_text: ASKED, at_ms: 3000 },
  { speaker: "agent" as const, text: ANSWER, heard_text: ANSWER, at_ms: 4800 },
];
const record = crmCall(turns, { ending: "caller_hung_up" });

const told = (expects: Partial<Scenario["expects"]>, changed: { phone?: PhoneRecord; record?: CrmCall | null } = {}) =>
  faultsOf(
    { name: "one", script: [], expects: { ending: ["caller_hung_up"], callerTurns: { count: 1 }, ...expects } },
    changed.phone ?? phoneRecord(log),
    changed.record === undefined ? record : changed.record,
  );
/** The last agent turn as something else. */
const answered = (answer: Partial<CrmCall["turns"][number]>, call: Partial<CrmCall> = { ending: "caller_hung_up" }) =>
  crmCall([...turns.slice(0, 2), { ...turns[2], ...answer }], call);
const without = (...kinds: string[]) => phoneRecord(log.filter(({ kind }) => !kinds.includes(kind)));
const moved = (fromMs: number, byMs: number) =>
  phoneRecord(log.map((entry) => (entry.at >= fromMs ? { ...entry, at: entry.at + byMs } : entry)));

it("finds nothing wrong with a call that went as it should", () => {
  const expects = { understood: ["דירה"], heard: ["במה אפשר", "באיזה אזור"], verbs: ["Connect"], troubles: [] };
  expect(told({ ...expects, uninterrupted: true, unsaid: ["תקלה"] })).toEqual([]);
});

describe("what the phone network tells", () => {
  const refused = phoneRecord(log, { errors: [{ code: 31921, message: "closed" }] });

  it("is a fault, unless the scenario knows of it", () => {
    expect(told({}, { phone: refused })).toEqual(["the phone network reports 31921: closed"]);
    expect(told({ reported: [31921] }, { phone: refused })).toEqual([]);
  });

  it("of a caller who waited in vain, or of other verbs", () => {
    const phone = phoneRecord([...log, { at: 8000, kind: "wait_timeout" }]);
    expect(told({}, { phone })).toEqual(["the caller waited for the agent in vain"]);
    expect(told({ verbs: ["Gather"] })).toEqual(["the phone network was told Connect, expected Gather"]);
  });

  it("not of a word that bridges the wait for an answer", () => {
    const phone = phoneRecord([...log, { at: 7000, kind: "twiml", verbs: ["Play", "Redirect"] }]);
    expect(told({ verbs: ["Connect"] }, { phone })).toEqual([]);
  });
});

describe("what is kept", () => {
  it("must be there, over, and have ended as expected", () => {
    expect(told({}, { record: null })).toEqual(["the call is not in the CRM"]);
    expect(told({}, { record: answered({}, { live: true, ending: "caller_hung_up" }) })).toEqual([
      "the call is still live in the CRM",
    ]);
    expect(told({ ending: ["transferred", "message_taken"] })).toEqual([
      "ended as caller_hung_up, expected transferred or message_taken",
    ]);
  });

  it("has every turn and every word of the caller, in order", () => {
    expect(told({ callerTurns: { count: 2 } })).toEqual(["1 caller turns, expected 2"]);
    expect(told({ callerTurns: { count: 0, atLeast: true } })).toEqual([]);
    expect(told({ understood: ["דירה", "מחר"] })).toEqual(['not understood, or not in order: "מחר"']);
    const deaf = crmCall([turns[0] ?? {}, { speaker: "caller", text: "אני מחפש" }], { ending: "caller_hung_up" });
    expect(told({}, { record: deaf })).toContain("words said to the agent that are nowhere: דירה.");
    expect(told({ unrecognised: ["דירה."] }, { record: deaf })).toEqual([]);
  });

  it("has the agent's words, and only those that it may say", () => {
    expect(told({ heard: ["באיזה אזור", "במה אפשר"] })).toEqual(['not heard, or not in order: "במה אפשר"']);
    expect(told({ heard: ["באיזה אזור", "באיזה אזור"] })).toEqual(['not heard, or not in order: "באיזה אזור"']);
    expect(told({ unsaid: ["אזור"] })).toEqual(['the agent said "אזור", expected never']);
    expect(told({}, { record: crmCall(turns.slice(1), { ending: "caller_hung_up" }) })).toEqual([]);
    const unheard = crmCall([{ ...turns[0], heard_text: "" }, ...turns.slice(1)], { ending: "caller_hung_up" });
    expect(told({}, { record: unheard })).toEqual(["the greeting was not heard"]);
  });

  it("tells whether the agent was stopped", () => {
    const cut = { record: answered({ heard_text: "בשמחה.", interrupted: true }) };
    expect(told({ interrupted: true })).toEqual(["no agent turn was cut off"]);
    expect(told({ interrupted: true }, cut)).toEqual([]);
    expect(told({ uninterrupted: true }, cut)).toEqual(["something stopped the agent"]);
    const goodbye = answered({ heard_text: "בשמחה." }, { ending: "agent_said_goodbye" });
    expect(told({ ending: ["agent_said_goodbye"] }, { record: goodbye })).toEqual([
      "the goodbye was not heard to its end",
    ]);
  });

  it("tells the staff what came of it, and what went wrong", () => {
    expect(told({ task: true })).toEqual(["no task came of the call"]);
    expect(told({ summary: true })).toEqual(["no summary of the call was written"]);
    const summary = "ביקשו שיחזרו אליהם.";
    expect(told({ summary: true }, { record: { ...record, summary } })).toEqual([]);
    expect(told({ sentiment: "negative" })).toEqual(["the caller's mood is kept as null, expected negative"]);
    expect(told({ line: { cuts: [], rung: "stream" } })).toEqual([]);
    expect(told({ line: { cuts: ["line_broke"], rung: "gather" } })).toEqual([
      "the staff see a line cut 0 times (), on the rung stream, expected cut 1 times (line_broke), on the rung gather",
    ]);
    expect(told({ troubles: ["fallback"] })).toEqual(["the staff see the troubles none, expected fallback"]);
    expect(told({ troubles: [] }, { record: answered({ troubles: ["voice"] }) })).toEqual([
      "the staff see the troubles voice, expected none",
    ]);
  });
});

describe("what was found out after the call", () => {
  const area = { name: "area", value: "תל אביב" };
  const rental = { ...record, want: "rent", score: 85, insight: { facts: [area], appointment: null } };

  it("must be there, and be what the scenario expects", () => {
    const expects = { want: "rent", facts: { area: /תל אביב/ }, score: { from: 85, to: 85 }, appointment: false };
    expect(told(expects, { record: rental })).toEqual([]);
    expect(told(expects)).toEqual([
      "what they want is kept as null, expected rent",
      "the area is kept as unknown, expected תל אביב",
      "the score is null, expected 85 to 85",
    ]);
    const others = {
      want: "buy",
      facts: { area: /חיפה/, when: /מחר/ },
      score: { from: 90, to: 100 },
      appointment: true,
    };
    expect(told(others, { record: rental })).toEqual([
      "what they want is kept as rent, expected buy",
      "the area is kept as תל אביב, expected חיפה",
      "the when is kept as unknown, expected מחר",
      "the score is 85, expected 90 to 100",
      "the staff see no time to meet, expected one",
    ]);
    const meeting = { ...rental.insight, appointment: { what: "ביקור", when: null } };
    expect(told({ appointment: true }, { record: { ...rental, insight: meeting } })).toEqual([]);
    expect(told({ appointment: false }, { record: { ...rental, insight: meeting } })).toEqual([
      "the staff see a time to meet, expected none",
    ]);
  });

  it("is waited for by a scenario that speaks of it, and by no other", () => {
    const plain = { ending: [], callerTurns: { count: 1 } };
    expect(isDescribed(plain, record)).toBe(true);
    for (const expects of [{ summary: true }, { sentiment: "positive" }, { want: "rent" }, { appointment: false }]) {
      expect(isDescribed({ ...plain, ...expects }, record)).toBe(false);
      expect(isDescribed({ ...plain, ...expects }, rental)).toBe(true);
    }
  });
});

describe("a cough over the agent's words", () => {
  const COUGH: LogEntry[] = [
    { at: 5000, kind: "caller_speech_start", phrase: null, text: "" },
    { at: 5190, kind: "caller_speech_end", phrase: null, text: "" },
  ];
  const AGAIN: LogEntry = { at: 5500, kind: "agent_audio", arrivedAt: 5495, source: "stream" };
  const toldOf = (...more: LogEntry[]) => told({ pausedBySound: true }, { phone: phoneRecord([...log, ...more]) });
  const cleared = { at: 5250, kind: "clear" };

  it("pauses the agent, which goes on", () => {
    expect(toldOf(...COUGH, cleared, AGAIN)).toEqual([]);
  });

  it("is a fault when it paused nothing, or for good", () => {
    expect(toldOf(...COUGH)).toEqual(["no sound paused the agent"]);
    expect(toldOf(...COUGH, cleared)).toEqual(["a sound paused the agent, and its voice did not go on"]);
  });

  it("is one when the agent spoke again only after the caller had", () => {
    const words = { phrase: "asked", text: "" };
    expect(
      toldOf(
        ...[...COUGH, cleared],
        { at: 6000, kind: "caller_speech_start", ...words },
        { at: 6500, kind: "caller_speech_end", ...words },
        { ...AGAIN, at: 7000 },
      ),
    ).toContain("a sound paused the agent, and its voice did not go on");
  });
});

describe("what came out of the phone", () => {
  const heard = ["באיזה אזור"];
  const lost = ['kept as heard, but its sound never came out of the phone: "באיזה אזור"'];

  it("must be there for what is kept as heard", () => {
    const mute = phoneRecord(log.filter(({ at, kind }) => at < 4500 || !kind.startsWith("agent_speech")));
    expect(told({ heard }, { phone: mute })).toEqual(lost);
    const blip = phoneRecord(log.map((entry) => (entry.at === 6000 ? { ...entry, at: 4900 } : entry)));
    expect(told({ heard }, { phone: blip })).toEqual(lost);
  });

  it("may be a word that bridged the wait, before the turn itself began", () => {
    const bridged = answered({ text: `רגע. ${ANSWER}`, heard_text: `רגע. ${ANSWER}`, at_ms: 5400 });
    expect(told({ heard: ["רגע.", "באיזה אזור"] }, { record: bridged })).toEqual([]);
  });

  it("are the very words where the network's own voice says them", () => {
    const said = (text: string) =>
      phoneRecord([
        ...log.filter(({ at }) => at < 4500),
        { at: 4790, kind: "say", text },
        { at: 4800, kind: "agent_audio", arrivedAt: 4800, source: "say" },
        { at: 4800, kind: "agent_speech_start" },
        { at: 6000, kind: "agent_speech_end" },
      ]);
    expect(told({ heard }, { phone: said(ANSWER) })).toEqual([]);
    expect(told({ heard }, { phone: said("We are sorry, an application error has occurred.") })).toEqual(lost);
  });
});

describe("silence after words", () => {
  const tooLong = (ms: number, atMost = 2500) => [
    `nothing was heard for ${ms} ms after "${ASKED}", expected ${atMost} at most`,
  ];

  it("has a bound, the scenario's own or the usual one", () => {
    expect(told({}, { phone: moved(4500, 1800) })).toEqual(tooLong(2600));
    expect(told({ silenceMs: 3000 }, { phone: moved(4500, 1800) })).toEqual([]);
    expect(told({ silenceMs: 700 })).toEqual(tooLong(800, 700));
  });

  it("counts also when nothing ever came", () => {
    const phone = phoneRecord(log.filter(({ at, kind }) => at < 4500 || kind === "hangup"));
    expect(told({}, { phone, record: crmCall(turns.slice(0, 2), { ending: "caller_hung_up" }) })).toEqual(
      tooLong(5000),
    );
  });

  const later: LogEntry[] = [
    { at: 15_000, kind: "agent_audio", arrivedAt: 15_000, source: "stream" },
    { at: 15_000, kind: "agent_speech_start" },
    { at: 16_000, kind: "agent_speech_end" },
  ];
  const goingOn = (text: string) => ({
    phone: phoneRecord([...log.slice(0, -1), ...later, { at: 17_000, kind: "hangup" }]),
    record: crmCall([...turns, { text, heard_text: text, at_ms: 15_000 }], { ending: "caller_hung_up" }),
  });

  it("is ours between a word that bridges and the answer, but not until a silent caller is asked", () => {
    expect(told({}, goingOn("אתם איתי?"))).toEqual([]);
    expect(told({}, goingOn("כמה חדרים?"))).toEqual(tooLong(8900));
  });

  it("does not count while there is no stream, or by a clock that came late", () => {
    expect(told({}, { phone: phoneRecord([...moved(4500, 1800).log, { at: 4600, kind: "stream_closed" }]) })).toEqual(
      [],
    );
    expect(
      told({}, { phone: phoneRecord([...moved(4500, 1800).log, { at: 4600, kind: "ticker_late", lateMs: 90 }]) }),
    ).toEqual([]);
    expect(told({}, { phone: without("stream_start") })).toEqual([]);
  });
});
