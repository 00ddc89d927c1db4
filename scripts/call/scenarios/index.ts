/** What callers do. The caller is scripted, never the agent. */
import { conversations } from "./conversations.ts";
import { earAndVoiceTroubles } from "./ear-and-voice-troubles.ts";
import { interruptions } from "./interruptions.ts";
import { ladder } from "./ladder.ts";
import { modelTroubles } from "./model-troubles.ts";
import { quiet } from "./quiet.ts";
import type { Scenario } from "./scenario.ts";
import { answered, hangUp } from "./steps.ts";
import { strangers } from "./strangers.ts";
import { strikes } from "./strikes.ts";
import { voices } from "./voices.ts";

export const scenarios: Scenario[] = [
  ...conversations,
  ...interruptions,
  ...quiet,
  ...voices,
  ...strangers,
  ...ladder,
  ...modelTroubles,
  ...earAndVoiceTroubles,
  ...strikes,
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
