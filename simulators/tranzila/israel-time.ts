/** The time on Israel's clocks as `YYYY-MM-DD` and `HH:MM:SS`: Tranzila's days begin at Israel's midnight. */
export function israelTime(at: number): { date: string; time: string } {
  const [date = "", time = ""] = new Date(at).toLocaleString("sv-SE", { timeZone: "Asia/Jerusalem" }).split(" ");
  return { date, time };
}
