/** Callers who say nothing, or not all of it. */
import type { Scenario } from "./scenario.ts";
import { answered, beginningOf, conversation, hangUp, say } from "./steps.ts";

export const quiet: Scenario[] = [
  { name: "silent", script: [], expects: { ending: ["caller_silent"], callerTurns: { count: 0 } } },
  {
    name: "silence-60",
    script: [answered, { do: "wait", ms: 60_000 }],
    expects: { ending: ["caller_silent"], callerTurns: { count: 0 }, heard: ["אתם איתי", "להתראות"] },
  },
  {
    name: "only-hello",
    script: conversation("hello", "hello"),
    expects: {
      ending: ["caller_silent"],
      callerTurns: { count: 2 },
      understood: ["הלו", "הלו"],
      heard: ["במה אפשר לעזור", "אנחנו כאן", "אתם איתי", "להתראות"],
    },
  },
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
    name: "music",
    script: [answered, { do: "noise", kind: "music", ms: 20_000, gain: 1 }],
    expects: { ending: ["caller_silent"], callerTurns: { count: 0 }, heard: ["אתם איתי", "להתראות"] },
  },
];
