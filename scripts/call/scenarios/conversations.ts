/** Callers who come with a wish and are helped: by the agent, or by a person. */
import type { Scenario } from "./scenario.ts";
import { answered, answeringByKeys, conversation } from "./steps.ts";

export const conversations: Scenario[] = [
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
      summary: true,
      want: "rent",
      facts: { area: /תל אביב/, rooms: /^(?:3|שלושה) חדרים/, budget: /6,?000/, when: /באוגוסט/ },
      score: { from: 70, to: 100 },
      appointment: false,
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
      summary: true,
      want: "buy",
      facts: { area: /רמת גן/, rooms: /^(?:4|ארבעה) חדרים/, budget: /3,?000,?000|3 מיליון/ },
      score: { from: 70, to: 100 },
      appointment: false,
    },
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
  {
    name: "transfer",
    circumstances: { staffAnswers: true },
    script: conversation("transfer_person"),
    expects: { ending: ["transferred"], callerTurns: { count: 1 }, understood: ["בן אדם"] },
  },
  {
    name: "transfer-unanswered",
    circumstances: { staffAnswers: false },
    script: [
      ...conversation("transfer_person"),
      { do: "wait_agent_speaking", ms: 1500, timeoutMs: 60_000 },
      ...conversation("message_call_back", "rental_goodbye"),
    ],
    expects: {
      ending: ["agent_said_goodbye"],
      callerTurns: { count: 3 },
      understood: ["בן אדם", "שיחזור אליי", "להתראות"],
      task: true,
    },
  },
  {
    // On a stream the keys are words like others: a row ends with a pause or a #.
    name: "keys",
    script: answeringByKeys,
    expects: {
      ending: ["agent_said_goodbye"],
      callerTurns: { count: 6 },
      understood: ["דירה להשכרה", "תל אביב", "הקשות: 3", "הקשות: 6000", "באוגוסט", "להתראות"],
      heard: ["באיזה אזור", "כמה חדרים", "התקציב", "ומתי", "מה השם"],
      unsaid: ["מספר החדרים", "איזה מחיר", "סליחה"],
      // The pause that ends a row of keys is silence as well.
      silenceMs: 4000,
      verbs: ["Connect"],
      troubles: [],
    },
  },
  {
    // Who wants a person does not wait for the end of the greeting.
    name: "key-0-at-once",
    circumstances: { staffAnswers: true },
    script: [{ do: "wait_agent_speaking", ms: 500 }, { do: "dtmf", digits: "0" }, answered],
    expects: { ending: ["transferred"], callerTurns: { count: 1 }, understood: ["נציג"], interrupted: true },
  },
  {
    name: "key-0",
    circumstances: { staffAnswers: true },
    script: [answered, { do: "dtmf", digits: "0" }, answered],
    expects: { ending: ["transferred"], callerTurns: { count: 1 }, understood: ["נציג"] },
  },
];
