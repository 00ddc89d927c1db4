/** Callers who speak another language, or are rude. */
import type { Scenario } from "./scenario.ts";
import { conversation } from "./steps.ts";

export const strangers: Scenario[] = [
  {
    name: "english",
    circumstances: { staffAnswers: true },
    script: conversation("english_rent", "english_speak"),
    expects: {
      ending: ["transferred"],
      callerTurns: { count: 2 },
      understood: ["apartment", "English"],
      heard: ["רק עברית", "לדבר עם אדם, או להשאיר הודעה"],
    },
  },
  {
    name: "russian",
    circumstances: { staffAnswers: true },
    script: conversation("russian_rent", "russian_speak"),
    expects: {
      ending: ["transferred"],
      callerTurns: { count: 2 },
      understood: ["квартиру", "по-русски"],
      heard: ["רק עברית", "לדבר עם אדם, או להשאיר הודעה"],
    },
  },
  {
    name: "abuse",
    script: conversation("angry_liars", "angry_useless", "message_call_back", "rental_goodbye"),
    expects: {
      ending: ["agent_said_goodbye"],
      callerTurns: { count: 4 },
      understood: ["שקרנים", "גרוע", "שיחזור אליי", "להתראות"],
      heard: ["מצטערים", "לדבר עם אדם, או להשאיר הודעה", "להתראות"],
      sentiment: "negative",
      task: true,
    },
  },
];
