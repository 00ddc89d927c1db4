/** The Hebrew calendar's day as people write it: י״ח בחשוון. */
const parts = new Intl.DateTimeFormat("he-u-ca-hebrew", { timeZone: "Asia/Jerusalem", day: "numeric", month: "long" });

/** The Hebrew date of a moment's civil day in Israel (a day that begins at sunset is not looked into). */
export function hebrewDate(moment: Date): string {
  const found = parts.formatToParts(moment);
  const value = (type: "day" | "month") => found.find((part) => part.type === type)?.value ?? "";
  return `${hebrewNumeral(Number(value("day")))} ב${value("month")}`;
}

const units = ["", "א", "ב", "ג", "ד", "ה", "ו", "ז", "ח", "ט"];
const tens = ["", "י", "כ", "ל"];

/** 1..39 in letters, with geresh or gershayim: ה׳, י״ח; 15 and 16 as ט״ו and ט״ז. */
export function hebrewNumeral(day: number): string {
  const letters = day === 15 ? "טו" : day === 16 ? "טז" : `${tens[Math.floor(day / 10)] ?? ""}${units[day % 10] ?? ""}`;
  return letters.length === 1 ? `${letters}׳` : `${letters.slice(0, -1)}״${letters.slice(-1)}`;
}
