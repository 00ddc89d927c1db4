import { expect, it } from "vitest";
import { isPromptLeak } from "./prompt-leak.ts";

it.each([
  "סליחה, אנחנו מדברים רק עברית.",
  "אפשר לדבר עם אדם,",
  " או להשאיר הודעה.",
  "אפשר להעביר אתכם לאדם,",
  " או לרשום הודעה ונחזור אליכם.",
  "אנחנו מצטערים שכך זה מרגיש.",
])("lets through what the rules want said: %s", (clause) => {
  expect(isPromptLeak(clause, true)).toBe(false);
});

it("stops the rules themselves", () => {
  expect(isPromptLeak("נשארים רגועים ומנומסים,", true)).toBe(true);
  expect(isPromptLeak("אז take_message.", false)).toBe(true);
});
