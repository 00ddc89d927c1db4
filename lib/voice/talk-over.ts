/** What a caller says while the agent speaks: whether it was meant to stop the agent. */
import { isBackchannel } from "./backchannels.ts";

/**
 * `nothing`: no word, or the agent's own voice out of a loudspeaker; `backchannel`: "I am listening, go on"; `speech`:
 * meant for the agent, which has to stop and answer.
 */
export type TalkOver = "nothing" | "backchannel" | "speech";

const NIKUD = /[\u0591-\u05C7]/gu;

/** Reads `text`, said over the agent; `agentText` is all of the agent's that can have come out of the line by then. */
export function talkOver(text: string, agentText: string): TalkOver {
  const words = wordsOf(text);
  if (words.length === 0) return "nothing";
  if (isBackchannel(words)) return "backchannel";
  return isEcho(words, wordsOf(agentText)) ? "nothing" : "speech";
}

/** Two words or more, just as the agent says them: a loudspeaker beside the telephone. */
function isEcho(words: string[], agentWords: string[]): boolean {
  return words.length >= 2 && ` ${agentWords.join(" ")} `.includes(` ${words.join(" ")} `);
}

function wordsOf(text: string): string[] {
  return text.replace(NIKUD, "").match(/[\p{L}\p{N}]+(?:["'׳״][\p{L}]+)*/gu) ?? [];
}
