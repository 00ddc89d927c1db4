/** The sum as whole agorot (cents); null when it is not above zero with at most two decimals. */
export function agorotOf(sum: string | number): number | null {
  const [, whole, cents = ""] = /^(\d{1,9})(?:\.(\d{1,2}))?$/.exec(String(sum)) ?? [];
  if (whole === undefined) return null;
  return Number(whole) * 100 + Number(cents.padEnd(2, "0")) || null;
}
