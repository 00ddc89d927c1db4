/** A carrier takes no more of one message. */
const LONGEST = 1500;

/** A long text in messages, cut where a paragraph, a sentence or at least a word ends; none for no words. */
export function splitText(text: string): string[] {
  const parts: string[] = [];
  let rest = text.trim();
  while (rest.length > LONGEST) {
    const head = rest.slice(0, LONGEST);
    const end = Math.max(head.lastIndexOf("\n"), head.search(/[.?!…]\s(?!.*[.?!…]\s)/su) + 1);
    const cut = end > LONGEST / 2 ? end : Math.max(head.lastIndexOf(" "), LONGEST / 2);
    parts.push(rest.slice(0, cut).trim());
    rest = rest.slice(cut).trim();
  }
  return rest === "" ? parts : [...parts, rest];
}
