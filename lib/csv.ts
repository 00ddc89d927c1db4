/** CSV for spreadsheets: with a byte order mark (Hebrew in Excel), and nothing in it that a spreadsheet would run. */

export const CSV_BOM = "\uFEFF";

/** One line, RFC 4180. What begins like a formula is defused with an apostrophe (OWASP, CSV injection). */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map(cell).join(",")}\r\n`;
}

function cell(value: string): string {
  const plain = value.replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, "").replaceAll("\u00a0", " ");
  const defused = /^[\s]*[=+\-@\t\r|%]/.test(plain) ? `'${plain}` : plain;
  return /[",\r\n]/.test(defused) ? `"${defused.replaceAll('"', '""')}"` : defused;
}
