/** What listeners say while another one speaks: "I am listening, go on". */
import { isHum } from "./hums.ts";

/** Said alone or several in a row. Whatever else is said means something: "לא" and "רגע" too. */
const WORDS = new Set(
  (
    "כן אהה אהא אה הא בסדר נו אוקיי אוקי אוקאי הבנתי מבין מבינה יפה מעולה נהדר מצוין סבבה טוב יופי נכון בדיוק " +
    "ברור בטח אחלה וואלה ok okay okey yes yeah yep"
  ).split(" "),
);
/** These are agreement only together: "אין" and "אני" alone are not. */
const PHRASES =
  / (?:או קיי|או קי|בסדר גמור|אני מבין|אני מבינה|הבנתי (?:אותך|אותכם)|נכון מאוד|טוב מאוד|יפה מאוד|אין בעיה|אין בעיות|uh huh|i see)(?= )/gu;

export function isBackchannel(words: readonly string[]): boolean {
  const said = ` ${words.map(plain).join(" ")} `;
  return said.replace(PHRASES, "").trim().split(" ").every(isAgreement);
}

function isAgreement(word: string): boolean {
  return word === "" || WORDS.has(word) || isHum(word);
}

/** As it is in the list, however long it was drawn out: "כןןן", "אוקייי", "סבבההה". */
function plain(word: string): string {
  const lower = word.toLowerCase();
  const spellings = [lower, lower.replace(/(.)\1{2,}/gu, "$1"), lower.replace(/(.)\1+/gu, "$1")];
  return spellings.find((spelling) => WORDS.has(spelling)) ?? lower;
}
