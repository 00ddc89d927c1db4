import { describe, expect, it } from "vitest";
import { csvLine } from "./csv.ts";

describe("a line of CSV", () => {
  it("quotes what must be quoted", () => {
    expect(csvLine(["א", 'ב"ג', "ד,ה", "ו\nז", ""])).toBe('א,"ב""ג","ד,ה","ו\nז",\r\n');
  });

  it.each(["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "|calc", "%x", "  =1", "\u00a0=1", "\u200f=1", "\u202e+1"])(
    "does not let %j run",
    (text) => expect(csvLine([text])).toMatch(/^"?'/),
  );

  it("takes marks away that would hide what stands there", () => {
    expect(csvLine(["\u202eabc\u202c", "\u2067אבג\u2069", "12\u00a0₪"])).toBe("abc,אבג,12 ₪\r\n");
  });

  it("leaves what is harmless alone", () => {
    expect(csvLine(["052-111-2233", "דנה לוי", "3.5", "a=b"])).toBe("052-111-2233,דנה לוי,3.5,a=b\r\n");
  });
});
