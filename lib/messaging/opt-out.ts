/** The words that end advertising, when they are the whole message. "הסר 2" takes a line out of a cart instead. */
const OUT = new Set(
  (
    "הסר|להסיר|הסרה|הסירו אותי|תסירו אותי|הסר אותי|הסירו|להסיר אותי|הפסיקו לשלוח|תפסיקו לשלוח|תפסיקו לשלוח לי|" +
    "לא לשלוח יותר|stop|stopall|unsubscribe|remove me|opt out|optout"
  ).split("|"),
);
const IN = new Set("הצטרפות|להצטרף|הרשמה|start|subscribe|unstop".split("|"));

/** What a message says of advertising; null when it says nothing of it. */
export function marketingWish(text: string): "refused" | "granted" | null {
  const plain = text
    .replace(/[\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, "")
    .replace(/[.!"'״׳]+/g, "")
    .replace(/\s+/g, " ")
    .trim()
    .toLowerCase();
  if (OUT.has(plain)) return "refused";
  return IN.has(plain) ? "granted" : null;
}
