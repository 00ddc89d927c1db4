/** Callers who are hard to hear: too soft, too loud, not alone, or without an end. */
import type { Scenario } from "./scenario.ts";
import { answered, over, say, talking } from "./steps.ts";

/** The phrasebook speaks at -20 dB of full scale: this is -45 dB. */
const WHISPER = 0.056;
/** And this is far more than the line can carry: clipped. */
const SHOUT = 6;
const MONOLOGUE_MS = 8 * 60_000;

const asked = ["rental_opening", "rental_area", "rental_goodbye"];
const understood = ["דירה להשכרה", "תל אביב", "להתראות"];

export const voices: Scenario[] = [
  {
    name: "whispering",
    script: [answered, ...asked.flatMap((phrase) => [say(phrase, WHISPER), answered])],
    expects: { ending: ["agent_said_goodbye"], callerTurns: { count: 3 }, understood },
  },
  {
    name: "shouting",
    script: [answered, ...asked.flatMap((phrase) => [say(phrase, SHOUT), answered])],
    expects: { ending: ["agent_said_goodbye"], callerTurns: { count: 3 }, understood },
  },
  {
    name: "two-voices",
    script: [
      answered,
      over("rental_opening", "sale_area"),
      answered,
      over("rental_area", "hours_friday"),
      answered,
      say("rental_goodbye"),
      answered,
    ],
    expects: { ending: ["agent_said_goodbye"], callerTurns: { count: 3 }, understood },
  },
  {
    name: "monologue",
    takesMinutes: 8,
    script: [answered, ...talking(MONOLOGUE_MS), answered, say("rental_goodbye"), answered],
    expects: {
      ending: ["agent_said_goodbye"],
      callerTurns: { count: 2 },
      understood: ["שלושה מיליון", "להתראות"],
      uninterrupted: true,
    },
  },
];
