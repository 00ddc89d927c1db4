/** Callers who make themselves heard while the agent speaks. */
import type { Scenario } from "./scenario.ts";
import { answered, cough, say, wentOn } from "./steps.ts";

export const interruptions: Scenario[] = [
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
      say("address_where"),
      { do: "wait_agent_speaking", ms: 700 },
      cough(),
      wentOn,
      say("rental_goodbye"),
      answered,
    ],
    expects: {
      ending: ["agent_said_goodbye"],
      callerTurns: { count: 4 },
      understood: ["פתוחים", "הכתובת", "להתראות"],
      uninterrupted: true,
      pausedBySound: true,
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
];
