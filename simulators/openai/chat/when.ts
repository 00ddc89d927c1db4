import { withDigits } from "./numbers.ts";

const DAYS = ["ראשון", "שני", "שלישי", "רביעי", "חמישי", "שישי", "שבת"];

/**
 * A caller's "מחר בעשר" as the text that a date or time property wants: ISO when the prompt says what day it is,
 * the caller's own words when it does not and the schema leaves the format open; undefined when nothing was said.
 */
export function dateTimeOf(
  said: string | undefined,
  today: Date | undefined,
  hint: string,
  format: string,
): string | undefined {
  if (said === undefined) return undefined;
  const strict = format !== "" || /iso|YYYY|HH:MM|8601/i.test(hint);
  const day = today && dayOf(said, today);
  const hour = hourOf(said);
  const wantsTime = format === "date-time" || format === "time" || /time|starts?_?at|שעה/i.test(hint);
  const wantsDate = format !== "time" && !/^time$/.test(hint.split(" ")[0] ?? "");
  if (!wantsDate) return hour ?? (strict ? undefined : said);
  if (!day) return strict ? undefined : said;
  const date = day.toISOString().slice(0, 10);
  if (format === "date" || !wantsTime) return date;
  return `${date}T${hour ?? "09:00"}:00${format === "date-time" ? "+02:00" : ""}`;
}

function dayOf(said: string, today: Date): Date | undefined {
  const plus = (days: number): Date => new Date(today.getTime() + days * 86_400_000);
  if (/מחרתיים/.test(said)) return plus(2);
  if (/מחר/.test(said)) return plus(1);
  if (/היום/.test(said)) return today;
  const weekday = DAYS.findIndex((name) => said.includes(`יום ${name}`));
  // "on Sunday" said on a Sunday means the next one.
  if (weekday >= 0) return plus(((weekday - today.getUTCDay() + 6) % 7) + 1);
  if (/שבוע הבא/.test(said)) return plus(7);
  return undefined;
}

function hourOf(said: string): string | undefined {
  const match = /(?:בשעה |ב-?)(\d{1,2})(?::(\d{2}))?(?!\d)/.exec(withDigits(said));
  if (!match)
    return /בוקר/.test(said) ? "09:00" : /צהריים/.test(said) ? "14:00" : /ערב/.test(said) ? "18:00" : undefined;
  const hour = Number(match[1]);
  // Offices see nobody between one and six in the morning.
  const afternoon = hour >= 1 && hour <= 6 && !/בוקר/.test(said);
  return `${String(afternoon ? hour + 12 : hour).padStart(2, "0")}:${match[2] ?? "00"}`;
}
