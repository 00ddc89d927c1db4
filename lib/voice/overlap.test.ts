import { expect, it } from "vitest";
import { joinedAtOverlap } from "./overlap.ts";

it.each([
  [
    "what both heard stands once",
    "אני מחפש דירה בתל אביב",
    "דירה בתל אביב עם מרפסת",
    "אני מחפש דירה בתל אביב עם מרפסת",
  ],
  ["a word cut in two is taken whole", "אנחנו רוצים להיכ", "נו רוצים להיכנס בקיץ", "אנחנו רוצים להיכנס בקיץ"],
  ["punctuation does not matter", "היי, אני רוצה דירה.", "רוצה דירה, לקנות", "היי, אני רוצה דירה. לקנות"],
  ["nothing is dropped when they do not meet", "אחת שתיים שלוש", "ארבע חמש", "אחת שתיים שלוש ארבע חמש"],
  [
    "a word that only comes again is no meeting",
    "אני פה כבר שעה שלמה היום בבוקר",
    "אני הולך",
    "אני פה כבר שעה שלמה היום בבוקר אני הולך",
  ],
  ["an empty piece changes nothing", "אחת שתיים", "", "אחת שתיים"],
  ["nor does one before", "", "אחת שתיים", "אחת שתיים"],
])("%s", (_, before, after, joined) => {
  expect(joinedAtOverlap(before, after)).toBe(joined);
});
