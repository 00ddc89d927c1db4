/** Hours of the clock as people say them: "שבע וחצי בערב", "רבע לשמונה". */
import { cardinal } from "./cardinals.ts";
import { GLUE } from "./pattern.ts";

const TIME = new RegExp(
  `(?<![\\d:.])${GLUE}([01]?\\d|2[0-4]):([0-5]\\d)(?::[0-5]\\d)?(?![\\d:])(?=(\\s*,?\\s*(?:ב?בוקר|בערב|בלילה|לפנות|אחר הצה|אחרי הצה|בצהר|לפני הצה|אחה|הערב|הלילה|הבוקר))?)`,
  "gu",
);
/** "בשעה 19.30": a point is written, too. */
const POINTED = /(שעה|שעות) (\d{1,2})\.([0-5]\d)(?!\d|\.\d)/g;

/** The hours of a text. From 13:00, and with a zero before (09:00), the clock has 24 hours and so the part of day is said. */
export function speakHours(text: string): string {
  return text
    .replace(POINTED, "$1 $2:$3")
    .replace(TIME, (_, hours: string, minutes: string, partSaid: string | undefined) => {
      const hour = Number(hours) % 24;
      if (hour === 0 && minutes === "00") return "חצות";
      const part = partSaid ? "" : partOfDay(hour, hours.startsWith("0"));
      return `${clock(hour, Number(minutes))}${part}`;
    });
}

function clock(hour: number, minute: number): string {
  if (minute === 45) return `רבע ל${hourWord(hour + 1)}`;
  const said = hourWord(hour);
  if (minute === 0) return said;
  if (minute === 15) return `${said} ורבע`;
  if (minute === 30) return `${said} וחצי`;
  if (minute === 1) return `${said} ודקה`;
  if (minute === 2) return `${said} ושתי דקות`;
  if (minute === 20) return `${said} ועשרים`;
  return minute < 20 ? `${said} ו${cardinal(minute, "f")} דקות` : `${said} ${cardinal(minute, "f")}`;
}

function hourWord(hour: number): string {
  return cardinal(hour % 12 === 0 ? 12 : hour % 12, "f");
}

function partOfDay(hour: number, zeroBefore: boolean): string {
  if (hour >= 22 || hour === 0) return " בלילה";
  if (hour >= 18) return " בערב";
  if (hour >= 15) return " אחר הצהריים";
  if (hour >= 12) return " בצהריים";
  if (!zeroBefore) return "";
  if (hour >= 6) return " בבוקר";
  return hour >= 4 ? " לפנות בוקר" : " בלילה";
}
