import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { speakable } from "./index.ts";

/** Rows of cases.tsv: what is written, a tab, what is spoken. Headings begin with "# " and have no tab. */
const cases = readFileSync(new URL("./cases.tsv", import.meta.url), "utf8")
  .split("\n")
  .filter((line) => line.includes("\t"))
  .map((line) => line.split("\t") as [string, string]);

describe("speakable", () => {
  it("has enough cases", () => expect(cases.length).toBeGreaterThan(400));

  it.each(cases)("%s", (written, spoken) => expect(speakable(written)).toBe(spoken));

  it("leaves what was spoken as it is", () => {
    for (const [, spoken] of cases) expect(speakable(spoken)).toBe(spoken);
  });

  it("is empty when there is nothing to say", () => {
    for (const nothing of ["", " 🎉 — ", "***", "...", "- \n", "()"]) expect(speakable(nothing)).toBe("");
  });

  it("joins the lines of a list and drops links", () => {
    expect(speakable("# כותרת\n- ראשון\n2. שני")).toBe("כותרת, ראשון, שני");
    expect(speakable("\u200f5,000\u00a0₪")).toBe("חמשת אלפים שקלים");
    // A clause that goes on keeps its comma: the voice stays up.
    expect(speakable("יש לנו 2 דירות,")).toBe("יש לנו שתי דירות,");
    expect(speakable("אפשר לראות ב-https://moked.co.il/a_b. תודה")).toBe("אפשר לראות. תודה");
    expect(speakable("עוד פרטים: https://moked.co.il/a_b?c=1. תודה")).toBe("עוד פרטים. תודה");
  });
});

describe("a business's own pronunciations", () => {
  const lexicon = [
    { written: "שי דירות", spoken: "שַׁי דירות" },
    { written: "Moked", spoken: "מוקד" },
    { written: 'נדל"ן', spoken: "נָדְלָ״ן" },
    { written: "B52", spoken: "בי חמישים ושתיים" },
    { written: "כפר יונה", spoken: "כְּפַר יוֹנָה" },
    { written: "יונה", spoken: "יוֹנָה" },
  ];

  it.each([
    ["כאן שי דירות, שלום", "כאן שַׁי דירות, שלום"],
    ["בשי דירות יש 2 דירות", "בשַׁי דירות יש שתי דירות"],
    ["moked מוקד MOKED", "מוקד מוקד מוקד"],
    ["נדל״ן ב-Moked", "נָדְלָ״ן במוקד"],
    ["מטוס B52", "מטוס בי חמישים ושתיים"],
    ["בכפר יונה גרה יונה", "בכְּפַר יוֹנָה גרה יוֹנָה"],
    ["שי דירותיו", "שי דירותיו"],
  ])("%s", (written, spoken) => expect(speakable(written, lexicon)).toBe(spoken));

  it("may be empty words", () => expect(speakable("שלום", [{ written: " ", spoken: "לא" }])).toBe("שלום"));
});

describe("whatever is written", () => {
  const pieces = [
    ..."0123456789",
    ..."₪$€£%/+-*#@&=_°²½<>|~^.,:;!?()[]{}\"'`״׳־–—…\\§©™•→×÷±\n\t ",
    ..."אבהולמשכםן",
    ..."aZé",
    ..."\u05b8\u05bc\u0301жش好①Ⅳ٣🎉\u200f\u00a0",
    ..." ₪| עד | או | אלף| מיליון|ה-|ב-|מה-|ו-| דירות| חדרים| במאי|יום א׳|קומה |רח׳ |מ״ר|ש״ח|ת.ז.| K|M ₪|https://a.b/|*2700|1,250,000|050-1234567|19:30|15.5.2026|3.5|1/2|15/5|12/5|א׳-ה׳|10:00|/שעה|הרצל |+972".split(
      "|",
    ),
  ];

  it("becomes only words, spaces and punctuation, and stays so when spoken again", () => {
    const faults: { written: string; spoken: string; again: string }[] = [];
    for (let seed = 1; seed <= 4000; seed++) {
      const written = randomText(seed, pieces);
      const spoken = speakable(written);
      const again = speakable(spoken);
      const words = /^[\p{Script=Latin}א-ת\u0591-\u05c7 .,?!:'"״׳]*$/u.test(spoken);
      const bare = /[\p{N}\u05be]| {2}|^\s|\s$/u.test(spoken);
      if (!words || bare || again !== spoken) faults.push({ written, spoken, again });
    }
    expect(faults).toEqual([]);
  });

  it("is spoken without a fault, however large the number or long the text", () => {
    const many = [
      "9".repeat(400),
      "1,000".repeat(100),
      `1${",000".repeat(150)} ₪`,
      `3-${"9".repeat(400)} מיליון`,
      `${"9".repeat(400)} חדרים`,
    ];
    const long = [
      "א",
      "1-",
      "*",
      "[",
      "(",
      "ב-",
      "a.",
      "<",
      "׳",
      "1:",
      "יום א׳ עד ",
      "\n- ",
      "1/2 ",
      "1-1/2 ",
      "א׳-ה׳ ",
      "#",
    ].map((piece) => piece.repeat(3000));
    for (const written of [...many, ...long]) expect(speakable(written)).not.toMatch(/[\p{N}₪]/u);
  });

  it("never loses a digit without a word for it", () => {
    for (let number = 0; number < 3000; number += 7) expect(speakable(`${number}`)).toMatch(/^[א-ת ]{2,}$/);
  });
});

/** The same text for the same seed (xorshift32). */
function randomText(seed: number, pieces: readonly string[]): string {
  let state = seed * 2654435761;
  const next = () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
  const length = 1 + Math.floor(next() * 24);
  return Array.from({ length }, () => pieces[Math.floor(next() * pieces.length)] ?? "").join("");
}
