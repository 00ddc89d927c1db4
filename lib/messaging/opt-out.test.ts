import { expect, it } from "vitest";
import { marketingWish } from "./opt-out.ts";

it.each([
  ...["הסר", "הסר!", "הסר,", "הסר?", "*הסר*", "“הסר”", "(הסר)", "הסר 🙏", "הָסֵר", "ה\u2060סר", "\u202eהסר"],
  ...["הסר בבקשה", "הסר נא", "הסר תודה", "נא להסיר", "להסרה", "הסירו אותי", "הסר אותי בבקשה", "היי, תסירו אותי"],
  ...["תסירו אותי מהרשימה", "הסר אותי מרשימת התפוצה", "תורידו אותי", "להסיר אותנו מהדיוור", "הפסיקו לשלוח"],
  ...["STOP", "ＳＴＯＰ", "Stop please", "stop all", "STOP PROMOTIONS", "Unsubscribe", "remove me, thanks"],
])("%s ends advertising", (text) => {
  expect(marketingWish(text)).toBe("refused");
});

it.each([
  ...["הסר 2", "הסר 12", "remove 3", "תורידו", "להוריד את המחיר", "אפשר להסיר את הבצל?", "תסירו את הבצל"],
  ...["לא להסיר אותי", "start", "הרשמה", "הרשמה לקורס", "מתי ההסרה?", "stop at the corner", "", "🙏"],
])("%s says nothing of it", (text) => {
  expect(marketingWish(text)).toBeNull();
});

it.each(["הצטרפות", "subscribe", "הרשמה לעדכונים"])("%s wants it", (text) => {
  expect(marketingWish(text)).toBe("granted");
});
