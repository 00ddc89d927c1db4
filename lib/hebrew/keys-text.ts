/** How keys read in the conversation. A 0 alone asks for a person, as everywhere. */
export function keysText(digits: string): string {
  return digits === "0" ? "הקשה על 0: אפשר לדבר עם נציג?" : `הקשות: ${digits}`;
}
