import { describe, expect, it } from "vitest";
import { phrases } from "../businesses/phrases.ts";
import type { Utterance } from "../voice/ports.ts";
import { heardJustNow } from "./heard-just-now.ts";

const caller = (text: string): Utterance => ({ speaker: "caller", text, tools: [] });
const agent = (text: string): Utterance => ({ speaker: "agent", text, tools: [] });
const HOURS = "אנחנו פתוחים מתשע עד שש.";

describe("what the caller has just heard", () => {
  it("is every whole sentence of the agent's last utterance", () => {
    const history = [agent("הגעתם למשרד של שי דירות."), caller("כן"), agent(`${HOURS} המשרד ברחוב הרצל 12 בחולון!`)];
    expect(heardJustNow([...history, caller("תודה")])).toEqual([HOURS, "המשרד ברחוב הרצל 12 בחולון!"]);
    expect(heardJustNow([])).toEqual([]);
  });

  it.each([
    ["a question", "באיזה אזור אתם מחפשים דירה?"],
    ["a sentence that was cut", "יש לנו דירה בחולון ברחוב"],
    ["a courtesy", "אין בעיה. תודה רבה לכם."],
    ["an apology", "מצטערים, לא הבנו את השם."],
    ...Object.values(phrases).map((phrase) => ["a phrase of the product", phrase]),
  ])("but %s may come again: %s", (_, text) => {
    expect(heardJustNow([agent(text), caller("דירה בחולון")])).toEqual([]);
  });

  it.each([
    "לא שמעתי",
    "סליחה, לא הבנתי",
    "תחזרו על זה בבקשה",
    "אפשר לחזור?",
    "מה?",
    "מה אמרתם?",
    "עוד פעם",
    "",
    "מתי פתוח?",
  ])("may come again when the caller asks for it: %j", (asked) => {
    expect(heardJustNow([caller("מתי פתוח?"), agent(HOURS), caller(asked)])).toEqual([]);
  });

  it.each(["תחזרו אליי מחר", "אפשר לחזור אליי?", "מה הכתובת?", "שובר מתנה", "כן"])(
    "is no wish to hear it again: %s",
    (said) => {
      expect(heardJustNow([caller("מתי פתוח?"), agent(HOURS), caller(said)])).toEqual([HOURS]);
    },
  );
});
