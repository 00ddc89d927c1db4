/** Dates, hours and weekdays in words, as people in Israel say them. */
const ZONE = "Asia/Jerusalem";

/** By the number that a Date gives them: 0 is Sunday. */
const weekdayNames = ["ראשון", "שני", "שלישי", "רביעי", "חמישי", "שישי", "שבת"] as const;

const dateFormat = new Intl.DateTimeFormat("he-IL", { timeZone: ZONE, day: "numeric", month: "long", year: "numeric" });
const numericFormat = new Intl.DateTimeFormat("he-IL", {
  timeZone: ZONE,
  day: "numeric",
  month: "numeric",
  year: "numeric",
});
const timeFormat = new Intl.DateTimeFormat("en-GB", {
  timeZone: ZONE,
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
});
const weekdayFormat = new Intl.DateTimeFormat("en-US", { timeZone: ZONE, weekday: "short" });
const shortWeekdays = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];

/** The day of the week in Israel, 0 = Sunday. */
function weekdayOf(moment: Date): number {
  return shortWeekdays.indexOf(weekdayFormat.format(moment));
}

/** "יום שלישי, 12 באוגוסט 2025 (12.8.2025)" */
export function dateInWords(moment: Date): string {
  const words = dateFormat.format(moment).replace(/[\u200e\u200f]/g, "");
  return `יום ${weekdayNames[weekdayOf(moment)] ?? ""}, ${words} (${numericFormat.format(moment)})`;
}

/** "09:05", in Israel. */
export function clockTime(moment: Date): string {
  return timeFormat.format(moment);
}

interface Span {
  from: string;
  to: string;
}

/** "ימים ראשון עד חמישי 09:00 עד 18:00, יום שישי 09:00 עד 13:00, יום שבת סגור". A weekday without spans is closed. */
export function openingHoursInWords(hours: Readonly<Record<string, readonly Span[]>>): string {
  const runs: { first: number; last: number; text: string }[] = [];
  for (const day of weekdayNames.keys()) {
    const text = spansInWords(hours[String(day)] ?? []);
    const run = runs.at(-1);
    if (run?.text === text) run.last = day;
    else runs.push({ first: day, last: day, text });
  }
  return runs.map(({ first, last, text }) => `${daysInWords(first, last)} ${text}`).join(", ");
}

/** Whether a moment lies in the opening hours. */
export function isOpenAt(hours: Readonly<Record<string, readonly Span[]>>, moment: Date): boolean {
  const time = clockTime(moment);
  return (hours[String(weekdayOf(moment))] ?? []).some(({ from, to }) => from <= time && time < to);
}

function spansInWords(spans: readonly Span[]): string {
  if (spans.length === 0) return "סגור";
  return spans.map(({ from, to }) => `${from} עד ${to}`).join(" וגם ");
}

function daysInWords(first: number, last: number): string {
  const from = weekdayNames[first] ?? "";
  const to = weekdayNames[last] ?? "";
  if (first === last) return `יום ${from}`;
  return `ימים ${from} ${last - first === 1 ? "ו" : "עד "}${to}`;
}
