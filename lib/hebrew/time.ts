/** Days as people in Israel mean them. */
const ZONE = "Asia/Jerusalem";

const offsetFormat = new Intl.DateTimeFormat("en-US", { timeZone: ZONE, timeZoneName: "longOffset" });
const dayFormat = new Intl.DateTimeFormat("en-CA", {
  timeZone: ZONE,
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
});

/** The local day of a moment, as YYYY-MM-DD. */
export function localDay(moment: Date): string {
  return dayFormat.format(moment);
}

/** The moment at which a local day (YYYY-MM-DD) begins, daylight saving time included. */
export function startOfDay(day: string): Date {
  // The offset at midnight is that of the moment itself; two rounds settle the days on which the clock changes.
  let guess = new Date(`${day}T00:00:00Z`);
  for (let round = 0; round < 2; round++) guess = new Date(Date.parse(`${day}T00:00:00Z`) - offsetMs(guess));
  return guess;
}

/** The local day `days` later (or earlier). */
export function addDays(day: string, days: number): string {
  const date = new Date(`${day}T12:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

function offsetMs(moment: Date): number {
  const name = offsetFormat.formatToParts(moment).find((part) => part.type === "timeZoneName")?.value ?? "GMT";
  const [, sign, hours, minutes] = /GMT([+-])(\d\d):(\d\d)/.exec(name) ?? [];
  return (sign === "-" ? -1 : 1) * (Number(hours ?? 0) * 60 + Number(minutes ?? 0)) * 60_000;
}
