/** What callers do. The caller is scripted, never the agent. */

import type { StepInput } from "#simulators/phone/script.ts";
import { loadPhrasebook } from "#simulators/phrasebook/index.ts";
import type { VendorFaults } from "./faults.ts";

const SAMPLES_PER_MS = 8;
const COUGH_MS = 190;

export interface Scenario {
  name: string;
  script: StepInput[];
  /** Nobody picks up where the call is transferred to. */
  nobodyAnswers?: boolean;
  /** The business takes its calls turn by turn, without a media stream. */
  withoutStream?: boolean;
  /** What goes wrong at the vendors meanwhile. */
  faults?: VendorFaults;
  expects: {
    /** How the call is kept to have ended. */
    ending: string[];
    /** Caller turns that must be there; more is allowed only when `atLeast`. */
    callerTurns: { count: number; atLeast?: boolean };
    /** Words that the caller's turns must contain, in order: what was said must have been understood. */
    understood?: string[];
    /** Words of the agent that the caller must have heard, in order. */
    heard?: string[];
    /** What the phone network was told to do, in order: the first verb of each answer, repeats left out. */
    verbs?: string[];
    /** An agent turn was cut off, and what was not heard is known. */
    interrupted?: boolean;
    /** Nothing stopped the agent: every turn of it was heard to its end. */
    uninterrupted?: boolean;
    /** A task for the staff came of it. */
    task?: boolean;
  };
}

export const say = (phrase: string): StepInput => ({ do: "say", phrase });
const answered: StepInput = { do: "wait_agent", quietMs: 900 };
/** After a sound over the agent's voice: longer than the agent is paused while it waits for the transcript. */
const wentOn: StepInput = { do: "wait_agent", quietMs: 1500 };
const hangUp: StepInput = { do: "hangup" };

/** The first words of a phrase, as a recording: the caller does not get to its end. */
function beginningOf(phrase: string, words: number): string {
  const found = loadPhrasebook().phrases.get(phrase);
  const last = found?.words[words - 1];
  if (!found || !last) throw new Error(`the phrasebook has no ${words} words of "${phrase}"`);
  return Buffer.from(found.audio.subarray(0, Math.round(last.endMs * SAMPLES_PER_MS))).toString("base64");
}

/** The agent is back after the stream was cut, and has said so. */
const resumed: StepInput[] = [{ do: "wait_agent_speaking", ms: 500 }, answered];

/** A cough with some voice in it: a syllable that is no word. */
export function cough(): StepInput {
  const audio = loadPhrasebook().phrases.get("understood")?.audio;
  if (!audio) throw new Error("the phrasebook has no sound for a cough");
  return { do: "play", audioBase64: Buffer.from(audio.subarray(0, COUGH_MS * SAMPLES_PER_MS)).toString("base64") };
}

/** Each phrase once the agent has finished speaking. */
function conversation(...phrases: string[]): StepInput[] {
  return [answered, ...phrases.flatMap((phrase) => [say(phrase), answered])];
}

export const scenarios: Scenario[] = [
  {
    name: "rental",
    script: conversation(
      "rental_opening",
      "rental_area",
      "rental_rooms",
      "rental_budget",
      "rental_when",
      "rental_name",
      "message_call_back",
      "rental_goodbye",
    ),
    expects: {
      ending: ["agent_said_goodbye"],
      callerTurns: { count: 8 },
      understood: [
        "דירה להשכרה",
        "תל אביב",
        "שלושה חדרים",
        "ששת אלפים",
        "באוגוסט",
        "יוסי כהן",
        "שיחזור אליי",
        "להתראות",
      ],
      task: true,
    },
  },
  {
    name: "sale",
    script: conversation(
      "sale_opening",
      "sale_area",
      "sale_rooms",
      "sale_budget",
      "sale_when",
      "sale_name",
      "hours_friday",
      "sale_goodbye",
    ),
    expects: {
      ending: ["agent_said_goodbye"],
      callerTurns: { count: 8 },
      understood: ["לקנות דירה", "ברמת גן", "ארבעה חדרים", "מיליון", "סוף השנה", "מיכל לוי", "ביום שישי", "יום טוב"],
    },
  },
  {
    name: "interrupting",
    script: [
      answered,
      say("sale_opening"),
      { do: "wait_agent_speaking", ms: 500 },
      say("interrupt_to_rent"),
      answered,
      say("rental_area"),
      answered,
      say("rental_goodbye"),
      answered,
    ],
    expects: {
      ending: ["agent_said_goodbye"],
      callerTurns: { count: 4 },
      understood: ["לקנות דירה", "לשכור", "תל אביב", "להתראות"],
      interrupted: true,
    },
  },
  {
    name: "cough",
    script: [
      answered,
      say("hours_when_open"),
      { do: "wait_agent_speaking", ms: 500 },
      cough(),
      wentOn,
      say("services"),
      { do: "wait_agent_speaking", ms: 700 },
      { do: "noise", kind: "cough", ms: 350, gain: 2 },
      wentOn,
      say("rental_goodbye"),
      answered,
    ],
    expects: {
      ending: ["agent_said_goodbye"],
      callerTurns: { count: 3 },
      understood: ["פתוחים", "להתראות"],
      uninterrupted: true,
    },
  },
  {
    name: "backchannel",
    script: [
      answered,
      say("hours_when_open"),
      { do: "wait_agent_speaking", ms: 500 },
      say("uh_huh"),
      wentOn,
      say("services"),
      { do: "wait_agent_speaking", ms: 700 },
      say("all_right"),
      wentOn,
      say("rental_goodbye"),
      answered,
    ],
    expects: {
      ending: ["agent_said_goodbye"],
      callerTurns: { count: 5 },
      understood: ["פתוחים", "אהה", "בסדר", "להתראות"],
      uninterrupted: true,
    },
  },
  {
    name: "wait-word",
    script: [
      answered,
      say("hours_when_open"),
      { do: "wait_agent_speaking", ms: 500 },
      say("moment"),
      answered,
      say("rental_goodbye"),
      answered,
    ],
    expects: {
      ending: ["agent_said_goodbye"],
      callerTurns: { count: 3 },
      understood: ["פתוחים", "רגע", "להתראות"],
      interrupted: true,
    },
  },
  {
    name: "key-0",
    script: [answered, { do: "dtmf", digits: "0" }, answered],
    expects: { ending: ["transferred"], callerTurns: { count: 1 }, understood: ["נציג"] },
  },
  {
    name: "thinking-pause",
    script: conversation("thinking_pause", "thinking_budget", "rental_goodbye"),
    expects: {
      ending: ["agent_said_goodbye"],
      callerTurns: { count: 3 },
      understood: ["דירה של שלושה חדרים", "חמשת אלפים", "להתראות"],
    },
  },
  { name: "silent", script: [], expects: { ending: ["caller_silent"], callerTurns: { count: 0 } } },
  {
    name: "hangs-up",
    script: [
      answered,
      say("rental_opening"),
      answered,
      { do: "play", audioBase64: beginningOf("sale_area", 3) },
      hangUp,
    ],
    expects: {
      ending: ["caller_hung_up"],
      callerTurns: { count: 2 },
      understood: ["דירה להשכרה", "אנחנו מחפשים ברמת"],
    },
  },
  {
    name: "noise",
    script: [
      answered,
      { do: "noise", kind: "street", ms: 6000, gain: 1 },
      { do: "noise", kind: "white", ms: 3000, gain: 1 },
    ],
    expects: { ending: ["caller_silent"], callerTurns: { count: 0 } },
  },
  {
    name: "transfer",
    script: conversation("transfer_person"),
    expects: { ending: ["transferred"], callerTurns: { count: 1 }, understood: ["בן אדם"] },
  },
  {
    name: "transfer-unanswered",
    nobodyAnswers: true,
    script: [
      ...conversation("transfer_person"),
      { do: "wait_agent_speaking", ms: 1500, timeoutMs: 60_000 },
      answered,
      say("message_call_back"),
      answered,
      say("rental_goodbye"),
      answered,
    ],
    expects: {
      ending: ["agent_said_goodbye"],
      callerTurns: { count: 3 },
      understood: ["בן אדם", "שיחזור אליי", "להתראות"],
      task: true,
    },
  },
  {
    name: "stream-cut",
    script: [
      answered,
      say("rental_opening"),
      answered,
      { do: "cut_stream" },
      ...resumed,
      say("message_call_back"),
      answered,
      say("rental_goodbye"),
      answered,
    ],
    expects: {
      ending: ["agent_said_goodbye"],
      callerTurns: { count: 3 },
      understood: ["דירה להשכרה", "שיחזור אליי", "להתראות"],
      heard: ["נקטע לרגע"],
      verbs: ["Connect"],
      task: true,
    },
  },
  {
    name: "stream-cut-mid-word",
    script: [answered, say("rental_opening"), { do: "cut_stream" }, ...resumed, say("rental_goodbye"), answered],
    expects: {
      ending: ["agent_said_goodbye"],
      callerTurns: { count: 2 },
      understood: ["דירה להשכרה", "להתראות"],
      heard: ["נקטע לרגע"],
      verbs: ["Connect"],
    },
  },
  {
    name: "stream-dies",
    script: [
      answered,
      say("rental_opening"),
      answered,
      { do: "cut_stream" },
      ...resumed,
      say("rental_area"),
      answered,
      { do: "cut_stream" },
      ...resumed,
      say("message_call_back"),
      answered,
      say("rental_goodbye"),
      answered,
    ],
    expects: {
      ending: ["agent_said_goodbye"],
      callerTurns: { count: 4 },
      understood: ["דירה להשכרה", "תל אביב", "שיחזור אליי", "להתראות"],
      heard: ["נקטע לרגע", "לא יציב"],
      verbs: ["Connect", "Gather", "Say"],
      task: true,
    },
  },
  {
    name: "no-stream",
    withoutStream: true,
    script: conversation("rental_opening", "rental_area", "message_call_back", "rental_goodbye"),
    expects: {
      ending: ["agent_said_goodbye"],
      callerTurns: { count: 4 },
      understood: ["דירה להשכרה", "תל אביב", "שיחזור אליי", "להתראות"],
      verbs: ["Gather", "Say"],
      task: true,
    },
  },
  {
    name: "gather-silent",
    withoutStream: true,
    script: [
      answered,
      { do: "wait_agent_speaking", ms: 500 },
      answered,
      { do: "wait_agent_speaking", ms: 500 },
      answered,
      say("message_call_back"),
      { do: "wait", ms: 6000 },
    ],
    expects: {
      ending: ["message_taken"],
      callerTurns: { count: 0 },
      heard: ["לא שמענו", "הודעה אחרי הצליל"],
      verbs: ["Gather", "Say"],
      task: true,
    },
  },
  {
    name: "nlp-off",
    withoutStream: true,
    faults: { openai: { model: { kind: "500" } } },
    script: conversation("rental_opening", "rental_name"),
    expects: {
      ending: ["agent_said_goodbye"],
      callerTurns: { count: 2 },
      understood: ["דירה להשכרה", "יוסי כהן"],
      heard: ["מה השם", "ההודעה נרשמה"],
      verbs: ["Gather", "Say"],
      task: true,
    },
  },
];

/** A recording of a stranger: no words are known of it, but its turns must be found and answered politely. */
export function scenarioOfAudio(mulaw: Uint8Array): Scenario {
  return {
    name: "audio",
    script: [answered, { do: "play", audioBase64: Buffer.from(mulaw).toString("base64") }, answered, hangUp],
    expects: {
      ending: ["caller_hung_up", "agent_said_goodbye", "caller_silent"],
      callerTurns: { count: 0, atLeast: true },
    },
  };
}
