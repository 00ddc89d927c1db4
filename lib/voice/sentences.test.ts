import { describe, expect, it } from "vitest";
import { speakable } from "#lib/hebrew/speakable/index.ts";
import { SentenceCutter } from "./sentences.ts";

function cut(text: string, step = 1): string[] {
  const cutter = new SentenceCutter();
  const pieces: string[] = [];
  for (let at = 0; at < text.length; at += step) pieces.push(...cutter.push(text.slice(at, at + step)));
  return [...pieces, ...cutter.flush()];
}

describe("cutting a streamed reply into sentences", () => {
  it("gives the first clause early and longer pieces later", () => {
    expect(cut("בשמחה אעזור לך, יש לנו שלוש דירות. האם יש אזור מועדף? נשמח לתאם ביקור, גם מחר.")).toEqual([
      "בשמחה אעזור לך,",
      "יש לנו שלוש דירות.",
      "האם יש אזור מועדף? נשמח לתאם ביקור, גם מחר.",
    ]);
  });

  it("does not wait for the next token after a Hebrew word's full stop", () => {
    expect(new SentenceCutter().push("שלום לך.")).toEqual(["שלום לך."]);
  });

  it("keeps a short greeting with its clause", () => {
    expect(cut("כן, בוודאי שאפשר. מתי נוח?")).toEqual(["כן, בוודאי שאפשר.", "מתי נוח?"]);
  });

  it.each([
    ["המחיר 5,500 שקלים", ["המחיר 5,500 שקלים"]],
    ["בשעה 10:30 בדיוק", ["בשעה 10:30 בדיוק"]],
    ["זה 3.5 חדרים", ["זה 3.5 חדרים"]],
    ["האתר moked.co.il פתוח", ["האתר moked.co.il פתוח"]],
    ["מספר ת.ז. בבקשה", ["מספר ת.ז. בבקשה"]],
    ["באמת?! כן.", ["באמת?", "כן."]],
    ["דירת-גן יפה", ["דירת-גן יפה"]],
    ["- \n**\n", []],
    ["", []],
  ])("handles %j", (text, expected) => {
    expect(cut(text)).toEqual(expected);
  });

  it.each([
    ["קוד הנכס: 4512.", ["קוד הנכס: 4512."]],
    ["אנחנו פתוחים בימים א', ב', ג' ו-ה' מ-9:00", ["אנחנו פתוחים בימים א', ב', ג' ו-ה' מ-9:00"]],
    ["נתראה ביום ראשון, 3.5. להתראות.", ["נתראה ביום ראשון, 3.5.", "להתראות."]],
    ["נתראה מחר, 12.1.", ["נתראה מחר, 12.1."]],
    ["קבענו תור 24.12, בשעה 10:00", ["קבענו תור 24.12, בשעה 10:00"]],
    ["פתוח אצלנו 9:00 - 17:00 בלבד", ["פתוח אצלנו 9:00 - 17:00 בלבד"]],
    ["אפשר בשמחה, ג'ירפות יש", ["אפשר בשמחה,", "ג'ירפות יש"]],
    ["אפשר בשמחה, ונציג יחזור", ["אפשר בשמחה,", "ונציג יחזור"]],
  ])("keeps together what is read together: %j", (text, expected) => {
    for (const step of [1, 3, 7, 100]) expect(cut(text, step)).toEqual(expected);
  });

  it.each(["של 3.5 מיליון שקלים", "של 1,250,000 שקלים", "בקומה 3", "ביום ראשון 3.5 בבוקר", "בת 4 וחצי חדרים"])(
    "never cuts a long sentence inside %j",
    (number) => {
      for (let words = 0; words < 26; words++) {
        const text = `${"דירה ".repeat(words)}${number} ${"ועוד ".repeat(60)}`;
        const apart = cut(text, 4).map((piece) => speakable(piece));
        expect(apart.join(" ")).toBe(speakable(text).trim());
      }
    },
  );

  it("cuts a list of numbers that does not end all the same", () => {
    expect(Math.max(...cut("12 ".repeat(400)).map((piece) => piece.length))).toBeLessThan(410);
  });

  it("says the first clause at its comma; only behind a day or a colon it waits for the next word", () => {
    expect(new SentenceCutter().push("בשמחה אעזור לך,")).toEqual(["בשמחה אעזור לך,"]);
    for (const open of ["נתראה ביום ראשון,", "הקוד שלכם הוא:"]) {
      const cutter = new SentenceCutter();
      expect(cutter.push(open)).toEqual([]);
      expect(cutter.push(" יש")).toEqual([open]);
    }
  });

  it("cuts between words when there is no punctuation at all", () => {
    const pieces = cut("מילה ".repeat(100));
    expect(pieces.length).toBeGreaterThan(2);
    expect(Math.max(...pieces.map((piece) => piece.length))).toBeLessThanOrEqual(210);
  });

  it("loses no word whatever the size of the pieces", () => {
    const text =
      "שלום, אני דנה ממשרד שי. יש לנו דירת 3.5 חדרים ב-5,500 ₪! מתאים? אז נקבע, מחר ב-10:30.\n- או ביום ראשון";
    for (let step = 1; step < 30; step++) {
      const words = cut(text, step).join(" ").replace(/\s+/gu, " ");
      expect(words).toBe(text.replace(/\s+/gu, " "));
    }
  });
});
