/** Callers who ring while a vendor fails: they hear no error, and what they said is kept. */
import type { Scenario } from "./scenario.ts";
import { say } from "./steps.ts";

/** Whoever waits for the answer itself does not take a word that bridges the wait for it. */
const answered = { do: "wait_agent", quietMs: 2500 } as const;
const message = [answered, say("rental_opening"), answered, say("rental_name"), answered];

const messageTaken: Scenario["expects"] = {
  ending: ["agent_said_goodbye"],
  callerTurns: { count: 2 },
  understood: ["דירה להשכרה", "יוסי כהן"],
  task: true,
};

export const troubles: Scenario[] = [
  {
    // The words come when nobody waits for them any more: they are asked for again, and written down all the same.
    name: "hearing-late",
    faults: { openai: { transcription: { kind: "late" } } },
    script: [answered, say("rental_opening"), answered, say("rental_name"), answered, { do: "hangup" }],
    expects: {
      ending: ["caller_hung_up"],
      callerTurns: { count: 2 },
      understood: ["דירה להשכרה", "יוסי כהן"],
      heard: ["רגע.", "לחזור על זה", "לחזור על זה"],
    },
  },
  {
    name: "model-down",
    faults: { openai: { model: { kind: "stall" } } },
    script: message,
    expects: { ...messageTaken, heard: ["רגע.", "אני בודק, עוד רגע בבקשה.", "מה השם", "נרשמה"] },
  },
  {
    name: "model-used-up",
    faults: { openai: { model: { kind: "quota" } } },
    script: message,
    expects: { ...messageTaken, heard: ["מה השם", "נרשמה"] },
  },
  {
    name: "model-nonsense",
    faults: { openai: { model: { kind: "prompt_leak" } } },
    script: message,
    expects: { ...messageTaken, heard: ["מה השם", "נרשמה"] },
  },
  {
    name: "voice-second",
    faults: { tts: { voice: { kind: "html" } } },
    script: [answered, say("rental_opening"), answered, say("rental_goodbye"), answered],
    expects: {
      ending: ["agent_said_goodbye"],
      callerTurns: { count: 2 },
      understood: ["דירה להשכרה", "להתראות"],
      heard: ["להתראות"],
    },
  },
];
