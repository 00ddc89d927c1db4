/** What people type for a time of day, written out: 9 is 09:00, 930 is 09:30. What is no time stays as it is. */
export function completeClock(typed: string): string {
  const found = /^(\d{1,2})(?:[:.](\d\d))?$|^(\d{1,2})(\d\d)$/.exec(typed.trim());
  const clock = `${(found?.[1] ?? found?.[3] ?? "").padStart(2, "0")}:${found?.[2] ?? found?.[4] ?? "00"}`;
  return found && /^([01]\d|2[0-3]):[0-5]\d$/.test(clock) ? clock : typed;
}
