import type { BrainEvent, CallAction } from "../voice/ports.ts";

/** What is said when something is done to the call without a word of the model's own. */
export const LAST_WORD: Record<CallAction["kind"], string> = {
  hang_up: "תודה שהתקשרתם, להתראות.",
  transfer: "רגע אחד, השיחה עוברת עכשיו לנציג.",
  record: "יש לנו תקלה, ומה שנאמר לא נרשם.",
};

/** Says this, and does that to the call once it was heard. */
export function* sayAndDo(text: string, action: CallAction): Generator<BrainEvent> {
  yield { type: "text", delta: text };
  yield { type: "then", action };
}
