/** Whether what the CRM says was heard really came out of the phone. */
import type { CrmCall } from "./crm.ts";
import { inOrder } from "./in-order.ts";
import { eventsOf, type LineEvent } from "./line-events.ts";
import { agentTurnsOnTheLine, type TurnOnTheLine } from "./turns-on-the-line.ts";

/** No voice says a letter in less. */
const MS_A_LETTER = 25;
/**
 * Of the words kept as heard, in order, those whose sound never came: where the network's own voice spoke, it was told
 * other words; from a file or a stream, there was less sound than the words are long. Words that are not kept at all are
 * no concern of this.
 */
export function neverSounded(events: readonly LineEvent[], record: CrmCall, words: readonly string[]): string[] {
  const turns = agentTurnsOnTheLine(events, record);
  const places = inOrder(
    words,
    turns.map(({ turn }) => turn.heard_text),
  );
  return words.filter((expected, index) => {
    const found = turns[places[index] ?? -1];
    return found !== undefined && !sounded(events, found, expected);
  });
}

function sounded(events: readonly LineEvent[], turn: TurnOnTheLine, words: string): boolean {
  const said = eventsOf(events, "say").filter(({ at }) => at >= turn.from && at < turn.to);
  if (said.some(({ text }) => text.includes(words))) return true;
  return isPlayed(events, turn) && audibleMs(events, turn) >= words.length * MS_A_LETTER;
}

/** Whether a sound was on the line whose words the phone does not know: of a stream, or of a file. */
function isPlayed(events: readonly LineEvent[], { from, to }: TurnOnTheLine): boolean {
  const quiets = eventsOf(events, "agent_quiet");
  return eventsOf(events, "agent_audio").some(({ at, source }) => {
    const until = quiets.find((quiet) => quiet.at > at)?.at ?? Number.POSITIVE_INFINITY;
    return (source === "stream" || source === "play") && at < to && until > from;
  });
}

/** How long something could be heard. */
function audibleMs(events: readonly LineEvent[], { from, to }: TurnOnTheLine): number {
  const ends = eventsOf(events, "agent_speech_end");
  const over = eventsOf(events, "hangup")[0]?.at ?? Number.POSITIVE_INFINITY;
  return eventsOf(events, "agent_speech_start").reduce((sum, start) => {
    const end = Math.min(ends.find(({ at }) => at >= start.at)?.at ?? over, to);
    return sum + Math.max(0, end - Math.max(start.at, from));
  }, 0);
}
