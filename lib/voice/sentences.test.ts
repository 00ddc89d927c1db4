import { describe, expect, it } from "vitest";
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
