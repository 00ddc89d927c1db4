/** What a caller says while the agent speaks: whether it was meant to stop the agent. */

/**
 * `nothing`: no word, or the agent's own voice out of a loudspeaker; `backchannel`: "I am listening, go on"; `speech`:
 * meant for the agent, which has to stop and answer.
 */
export type TalkOver = "nothing" | "backchannel" | "speech";

/** What listeners say, alone or several in a row. Whatever else is said means something: "לא" and "רגע" too. */
const BACKCHANNELS = new Set(
  (
    "כן אהה אהא אה הא אהם בסדר נו אוקיי אוקי אוקאי הבנתי מבין מבינה יפה מעולה נהדר מצוין סבבה טוב יופי נכון בדיוק " +
    "ברור בטח אחלה וואלה"
  ).split(" "),
);
const HUM = /^(?:[מהא]*מ{2,}[מהא]*|א+ה{2,}|ה{2,}|א{2,}|ה+מ+|א+מ+)$/u;
const NIKUD = /[\u0591-\u05C7]/gu;

/** Reads `text`, said over the agent; `agentText` is all of the agent's that can have come out of the line by then. */
export function talkOver(text: string, agentText: string): TalkOver {
  const words = wordsOf(text);
  if (words.length === 0) return "nothing";
  if (words.every((word) => BACKCHANNELS.has(word) || HUM.test(word))) return "backchannel";
  return isEcho(words, wordsOf(agentText)) ? "nothing" : "speech";
}

/** Two words or more, just as the agent says them: a loudspeaker beside the telephone. */
function isEcho(words: string[], agentWords: string[]): boolean {
  return words.length >= 2 && ` ${agentWords.join(" ")} `.includes(` ${words.join(" ")} `);
}

function wordsOf(text: string): string[] {
  return text.replace(NIKUD, "").match(/[\p{L}\p{N}]+(?:["'׳״][\p{L}]+)*/gu) ?? [];
}
