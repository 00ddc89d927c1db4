/** The beginning of a text: at most `most` UTF-16 units, as zod and browsers count them, and no half character at its end. */
export function cut(text: string, most: number): string {
  return text.length <= most ? text : text.slice(0, most).replace(/[\ud800-\udbff]$/, "");
}
