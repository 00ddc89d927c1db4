/** Callers who ring while the model fails, or talks nonsense: they hear no error, and what they said is kept. */
import type { Scenario } from "./scenario.ts";
import { patient, say } from "./steps.ts";

const script = [patient, say("rental_opening"), patient, say("rental_name"), patient];

/** Without a model's help. */
const messageTaken: Scenario["expects"] = {
  ending: ["agent_said_goodbye"],
  callerTurns: { count: 2 },
  understood: ["דירה להשכרה", "יוסי כהן"],
  heard: ["מה השם", "נרשמה"],
  troubles: ["fallback"],
  task: true,
};

export const modelTroubles: Scenario[] = [
  {
    name: "model-down",
    faults: { model: "stall" },
    script,
    expects: { ...messageTaken, heard: ["רגע.", "אני בודק, עוד רגע בבקשה.", "מה השם", "נרשמה"] },
  },
  {
    // A word bridges the wait, and then it is the model that answers.
    name: "model-slow",
    faults: { model: "slow" },
    script: [patient, say("rental_opening"), patient, say("rental_area"), patient, { do: "hangup" }],
    expects: {
      ending: ["caller_hung_up"],
      callerTurns: { count: 2 },
      understood: ["דירה להשכרה", "תל אביב"],
      heard: ["רגע.", "באיזה אזור", "רגע.", "כמה חדרים"],
      troubles: [],
    },
  },
  {
    // There is nobody to ring back without a number: it is asked for, too.
    name: "model-down-withheld",
    withheld: true,
    faults: { model: "500" },
    script: [...[patient, say("office_rent"), patient, say("name_david_mizrahi"), patient, say("phone_050"), patient]],
    expects: {
      ending: ["agent_said_goodbye"],
      callerTurns: { count: 3 },
      understood: ["משרד להשכרה", "דוד מזרחי", "אפס חמש אפס"],
      heard: ["מה השם", "לאיזה מספר", "נרשמה"],
      unsaid: ["לא נקלט"],
      troubles: ["fallback"],
      task: true,
    },
  },
  { name: "model-used-up", faults: { model: "quota" }, script, expects: messageTaken },
  {
    name: "model-leaks",
    faults: { model: "prompt_leak" },
    script,
    expects: { ...messageTaken, unsaid: ["ההוראות שלי"], troubles: ["fallback", "nonsense"] },
  },
  { name: "model-broken-json", faults: { model: "broken_json" }, script, expects: messageTaken },
  {
    // One sentence over and over: it is said once, the caller has a turn, and the staff are told.
    name: "model-endless",
    faults: { model: "endless" },
    script: [...script, { do: "hangup" }],
    expects: {
      ending: ["caller_hung_up"],
      callerTurns: { count: 2 },
      understood: messageTaken.understood ?? [],
      heard: ["על הסביבה שלו.", "על הסביבה שלו."],
      unsaid: ["על הסביבה שלו. ויש"],
      troubles: ["nonsense"],
    },
  },
  { name: "model-unknown-tool", faults: { model: "unknown_tool" }, script, expects: messageTaken },
  { name: "model-wrong-arguments", faults: { model: "wrong_arguments" }, script, expects: messageTaken },
  {
    name: "model-other-language",
    faults: { model: "other_language" },
    script,
    expects: { ...messageTaken, unsaid: ["Certainly", "apartment"], troubles: ["fallback", "nonsense"] },
  },
];
