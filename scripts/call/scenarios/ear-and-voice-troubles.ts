/** Callers who ring while the recogniser or a voice fails: they hear no error, and what they said is kept. */
import type { VendorFaults } from "../faults.ts";
import type { Scenario } from "./scenario.ts";
import { answered, conversation, hangUp, patient, say } from "./steps.ts";

/**
 * The answer to this name is what Google's voice cannot say, and OpenAI's says instead. What is said before it keeps these
 * calls apart: a voice that fails three times in a row rests, for every call.
 */
function secondVoice(
  name: string,
  kind: NonNullable<VendorFaults["voice"]>["google"],
  who: Who,
  ...before: string[]
): Scenario {
  return {
    name,
    faults: { voice: { google: kind, about: [who.called] } },
    // Whoever waits for the answer itself does not take a word that bridges the wait for a voice that never comes.
    script: [...conversation(...before), say(who.phrase), patient, say("rental_goodbye"), answered],
    expects: {
      ending: ["agent_said_goodbye"],
      callerTurns: { count: before.length + 2 },
      understood: [who.called, "להתראות"],
      // A stalled voice is waited for with a word, perhaps behind what it has said already.
      heard: [kind === "stall" ? "רגע." : "נעים מאוד, ", `${who.called}.`, "להתראות"],
      troubles: ["voice"],
    },
  };
}

interface Who {
  phrase: string;
  /** Nobody else of all the scenarios is called so. */
  called: string;
}

/** What the recogniser gives no answer to: nobody says it in another scenario. */
const unheard = "אני רוצה למכור את הדירה שלי.";
const unheardEither = "כמה לדעתכם שווה הדירה שלי?";

export const earAndVoiceTroubles: Scenario[] = [
  {
    // The recogniser writes what nobody said: the agent asks again, and answers nothing of it.
    name: "invented-words",
    faults: { transcription: { kind: "invents", about: ["חניה בבניין"] } },
    script: conversation("parking", "city_tax", "rental_goodbye"),
    expects: {
      ending: ["agent_said_goodbye"],
      callerTurns: { count: 3 },
      unrecognised: ["יש חניה בבניין?"],
      understood: ["שצפיתם", "ארנונה", "להתראות"],
      heard: ["לחזור על זה", "להתראות"],
      unsaid: ["בשמחה", "שצפיתם"],
      verbs: ["Connect"],
      troubles: [],
      line: { cuts: [], rung: "stream" },
    },
  },
  {
    // The words come when nobody waits for them any more: they are asked for again, and written down all the same.
    name: "hearing-late",
    faults: { transcription: { kind: "late", about: ["המודעה", "הרצל"] } },
    script: [patient, say("saw_the_ad"), patient, say("still_available"), patient, hangUp],
    expects: {
      ending: ["caller_hung_up"],
      callerTurns: { count: 2 },
      understood: ["המודעה שלכם", "עדיין פנויה"],
      heard: ["רגע.", "לחזור על זה", "לחזור על זה"],
      troubles: ["transcription"],
    },
  },
  {
    // Nobody is there any more when the words come: they are with the call, and in what became of it.
    name: "hearing-after-hanging-up",
    faults: { transcription: { kind: "late", about: ["נזילה"] } },
    script: [answered, say("leak"), { do: "wait", ms: 300 }, hangUp],
    expects: {
      ending: ["caller_hung_up"],
      callerTurns: { count: 1 },
      understood: ["נזילה בדירה, זה דחוף"],
      unsaid: ["לחזור על זה"],
      verbs: ["Connect"],
      troubles: [],
      // There is none without a caller's words.
      sentiment: "neutral",
      line: { cuts: [], rung: "stream" },
    },
  },
  {
    // Two turns of which no word comes: the phone network's own recogniser goes on.
    name: "ears-down",
    faults: { transcription: { kind: "stall", about: ["למכור"] } },
    script: [
      answered,
      say("seller"),
      patient,
      say("seller"),
      patient,
      say("seller"),
      ...conversation("message_call_back", "rental_goodbye"),
    ],
    expects: {
      ending: ["agent_said_goodbye"],
      callerTurns: { count: 5 },
      unrecognised: [unheard, unheard],
      understood: ["למכור", "שיחזור אליי", "להתראות"],
      heard: ["רגע תקלה", "לא יציב", "להתראות"],
      unsaid: ["אתם איתי"],
      verbs: ["Connect", "Gather", "Say"],
      // The stream says of itself that it failed.
      reported: [31921],
      troubles: ["transcription"],
      line: { cuts: ["not_hearing"], rung: "gather" },
      task: true,
    },
  },
  {
    // Neither ears nor a mind of OpenAI's: the phone network listens, and the script asks.
    name: "openai-down",
    faults: { model: "stall", transcription: { kind: "stall", about: ["לדעתכם"] } },
    script: [
      ...[answered, say("valuation"), patient, say("valuation"), patient, say("valuation"), patient],
      ...[say("rental_name"), patient],
    ],
    expects: {
      ending: ["agent_said_goodbye"],
      callerTurns: { count: 4 },
      unrecognised: [unheardEither, unheardEither],
      understood: ["לדעתכם", "יוסי כהן"],
      heard: ["רגע תקלה", "לא יציב", "מה השם", "נרשמה"],
      unsaid: ["אתם איתי"],
      verbs: ["Connect", "Gather", "Say"],
      // The stream says of itself that it failed.
      reported: [31921],
      troubles: ["fallback", "transcription"],
      line: { cuts: ["not_hearing"], rung: "gather" },
      task: true,
    },
  },
  secondVoice("voice-500", "500", { phrase: "thinking_name", called: "רונית" }, "rental_opening"),
  secondVoice("voice-stall", "stall", { phrase: "name_ahmad_haddad", called: "אחמד" }, "sale_opening", "sale_area"),
  secondVoice("voice-html", "html", { phrase: "name_rachel_avraham", called: "רחל" }),
  secondVoice("voice-empty", "empty", { phrase: "name_tamar_golan", called: "תמר" }),
  secondVoice("voice-truncated", "truncated", { phrase: "name_omer_shapira", called: "עומר" }),
  {
    // Two answers that no voice can say: the phone network's own goes on.
    name: "voices-down",
    faults: { voice: { google: "500", openai: "500", about: ["כאן הנציג"] } },
    script: conversation("who_is_speaking", "are_you_a_robot", "message_call_back", "rental_goodbye"),
    expects: {
      ending: ["agent_said_goodbye"],
      callerTurns: { count: 4 },
      understood: ["עם מי אני", "מחשב", "שיחזור אליי", "להתראות"],
      heard: ["רגע תקלה", "לא יציב"],
      verbs: ["Connect", "Gather", "Say"],
      // The stream says of itself that it failed.
      reported: [31921],
      troubles: ["voice"],
      line: { cuts: ["no_voice"], rung: "gather" },
      task: true,
    },
  },
];
