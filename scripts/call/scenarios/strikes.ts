/** Calls in which a process of ours dies, or our database is away. */
import type { Scenario } from "./scenario.ts";
import { answered, conversation, messageAndGoodbye, resumed, say } from "./steps.ts";

export const strikes: Scenario[] = [
  {
    name: "edge-dies",
    strike: "edge_dies",
    script: [answered, say("rental_opening"), answered, ...resumed, ...messageAndGoodbye],
    expects: {
      ending: ["agent_said_goodbye"],
      callerTurns: { count: 3 },
      understood: ["דירה להשכרה", "שיחזור אליי", "להתראות"],
      heard: ["נקטע לרגע"],
      verbs: ["Connect"],
      // The network's own word for a stream that broke.
      reported: [31921],
      line: { cuts: ["unknown"], rung: "stream" },
      task: true,
    },
  },
  {
    // Whoever answers when they are back knows what was said.
    name: "pages-die",
    strike: "pages_die",
    withoutStream: true,
    script: conversation("rental_opening", "rental_area", "message_call_back", "rental_goodbye"),
    expects: {
      ending: ["agent_said_goodbye"],
      callerTurns: { count: 4 },
      understood: ["דירה להשכרה", "תל אביב", "שיחזור אליי", "להתראות"],
      line: { cuts: [], rung: "gather" },
      task: true,
    },
  },
  {
    name: "database-away",
    strike: "database_away",
    script: [answered, say("message_call_back"), { do: "wait", ms: 6000 }],
    expects: {
      ending: ["message_taken"],
      callerTurns: { count: 0 },
      onlyMessageKept: true,
      verbs: ["Say"],
      summary: true,
      task: true,
    },
  },
];
