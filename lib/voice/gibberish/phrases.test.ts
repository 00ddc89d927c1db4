import { expect, it } from "vitest";
import { phraseKind } from "./phrases.ts";

it.each([
  ["כתוביות על ידי קהילת אמרה", "credit"],
  ['תורגם ע"י יוסי', "credit"],
  ["תרגום: דנה לוי", "credit"],
  ["תודה שצפיתם!", "credit"],
  ["אל תשכחו להירשם לערוץ", "credit"],
  ["Thank you for watching.", "credit"],
  ["Merci d'avoir regardé cette vidéo !", "credit"],
  ["תנו לייק ועקבו אחרינו", "credit"],
  ["נתראה בפרק הבא", "credit"],
  ["www.mooji.org", "credit"],
  ["Субтитры сделал DimaTorzok", "credit"],
  ["תודה רבה.", "courtesy"],
  ["תודה רבה, תודה רבה", "courtesy"],
  ["Thank you very much.", "courtesy"],
  ["Bye-bye.", "courtesy"],
  ["you", "drift"],
  ["♪", "annotation"],
  ["[מוזיקה]", "annotation"],
  ["...", "annotation"],
])("knows what recognisers invent: %s", (text, kind) => {
  expect(phraseKind(text)).toBe(kind);
});

it.each([
  "כן",
  "אני צריך תרגום של חוזה לאנגלית",
  "יש לכם ערוץ יוטיוב?",
  "אני רוצה להירשם לעדכונים",
  "תרגום של חוזה לאנגלית",
  "תודה שחזרתם אליי",
  "נתראה ביום ראשון",
  "dana@gmail.com",
  "צלצלתי על הפעמון ואף אחד לא פתח",
  "תודה על ההקשבה",
  "שלום, זה דני כהן, ראיתי את הדירה אתמול עם אשתי ורצינו לדבר על המחיר, תודה שהאזנתם",
  "תודה רבה על העזרה",
  "צפיתי בדירה אתמול",
  "שלום, אני מחפשת דירה",
  "[רעש] אני מחפש דירה",
  "I'm looking for an apartment",
  "Hello?",
])("takes nothing else for it: %s", (text) => {
  expect(phraseKind(text)).toBe("other");
});
