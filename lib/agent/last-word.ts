import type { CallAction } from "../voice/ports.ts";

/** What is said when something is done to the call without a word of the model's own. */
export const LAST_WORD: Record<CallAction["kind"], string> = {
  hang_up: "תודה שהתקשרתם, להתראות.",
  transfer: "רגע אחד, השיחה עוברת עכשיו לנציג.",
};
