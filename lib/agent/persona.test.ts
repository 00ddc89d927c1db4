import { describe, expect, it } from "vitest";
import { realEstateDefaults } from "../businesses/defaults.ts";
import { systemPrompt, writingPrompt } from "./persona.ts";

const business = { name: "שי דירות", address: "הרצל 1, חולון", transferPhone: "+97231112222", ...realEstateDefaults };
const caller = { name: "דנה לוי", phone: "+972531234567" };
const tuesday = new Date("2025-08-12T14:05:00Z");

describe("what the model is told", () => {
  it("is the business, the caller and the moment, in labelled lines", () => {
    const lines = systemPrompt(business, caller, tuesday).split("\n");
    expect(lines).toEqual(
      expect.arrayContaining([
        "שם העסק: שי דירות",
        `תחום: ${realEstateDefaults.field}`,
        "כתובת: הרצל 1, חולון",
        `סגנון: ${realEstateDefaults.tone}`,
        "שעות פתיחה: ימים ראשון עד חמישי 09:00 עד 18:00, יום שישי 09:00 עד 13:00, יום שבת סגור",
        "היום: יום שלישי, 12 באוגוסט 2025 (12.8.2025)",
        "השעה: 17:05",
        "המשרד כרגע: פתוח",
        "מספר המתקשר: 053-123-4567",
        "שם המתקשר: דנה לוי",
        "העברה לנציג: אפשרית",
        ...realEstateDefaults.instructions.split("\n"),
      ]),
    );
  });

  it("says plainly what is not known, and that it is closed", () => {
    const unknown = { ...business, address: "", instructions: "", transferPhone: null };
    const prompt = systemPrompt(unknown, { name: null, phone: null }, new Date("2025-08-16T10:00:00Z"));
    for (const line of [
      "כתובת: לא ידועה",
      "מספר המתקשר: חסוי",
      "שם המתקשר: לא ידוע",
      "המשרד כרגע: סגור",
      "אין למי להעביר",
    ]) {
      expect(prompt).toContain(line);
    }
  });

  it("names no tool that there is not", () => {
    const named = systemPrompt(business, caller, tuesday).match(/[a-z]+_[a-z]+/g);
    expect(new Set(named)).toEqual(new Set(["take_message", "open_task", "transfer_call", "end_call"]));
  });
});

describe("what the model is told before it writes", () => {
  const known = { calls: [], products: [], cart: [], orders: [], language: "he" as const };

  it("is how one writes on that channel, and nothing of the phone", () => {
    const whatsapp = writingPrompt(business, caller, { ...known, channel: "whatsapp" }, tuesday);
    const sms = writingPrompt(business, caller, { ...known, channel: "sms" }, tuesday);
    expect(whatsapp).toContain("בוואטסאפ אפשר להדגיש");
    expect(sms).toContain("במסרון כותבים טקסט פשוט");
    for (const prompt of [whatsapp, sms]) {
      expect(prompt).toMatch(/כל פריט בשורה משלו[\s\S]*קישור[\s\S]*במלואם/);
      expect(prompt).not.toContain("בלי קישורים");
      expect(prompt.match(/ב(?:וואטסאפ|מסרון) /g)).toHaveLength(1);
    }
  });

  it("is in which language to answer, and never two of them", () => {
    const of = (language: "he" | "en") =>
      writingPrompt(business, caller, { ...known, channel: "sms", language }, tuesday);
    expect(of("he")).toContain("בעברית בלבד");
    expect(of("he")).not.toContain("אנגלית");
    expect(of("en")).toContain("באנגלית בלבד");
    expect(of("en")).not.toMatch(/בעברית בלבד|עברית יומיומית/);
  });
});
