/** Hours of the clock as people say them: "שבע וחצי בערב", "רבע לשמונה". */
import { asAmount } from "./amounts.ts";
import { cardinal } from "./cardinals.ts";
import { GLUE } from "./pattern.ts";

const TIME = new RegExp(
  `(?<![\\d:.])${GLUE}([01]?\\d|2[0-4]):([0-5]\\d)(?::[0-5]\\d)?(?![\\d:])(?=(\\s*,?\\s*(?:ב?בוקר|בערב|בלילה|לפנות|אחר הצה|אחרי הצה|בצהר|לפני הצה|אחה|הערב|הלילה|הבוקר))?)`,
  "gu",
);
/** "בשעה 19.30": a point is written, too. */
const POINTED = /(שעה|שעות) (\d{1,2})\.([0-5]\d)(?!\d|\.\d)/g;
/** "ב-20.30": no month has this number, and nothing follows that it would count. */
const AFTER_PREFIX =
  /(?<=(?<![\p{L}\p{M}])ו?ב)-([7-9]|1\d|2[0-3])\.(00|15|30|45|(?<=(?:1[3-9]|2\d)\.)[2-5][05])(?=[,;!?]|\.(?!\d)|$| [בו])/gmu;

/** The hours of a text. From 13:00, and with a zero before (09:00), the clock has 24 hours and so the part of day is said. */
export function speakHours(text: string): string {
  return text
    .replace(POINTED, "$1 $2:$3")
    .replace(AFTER_PREFIX, (match: string, hours: string, minutes: string, at: number, whole: string) => {
      return asAmount(whole.slice(0, at), match, whole.slice(at + match.length)) ?? `-${hours}:${minutes}`;
    })
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
