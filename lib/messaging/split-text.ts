import { cut } from "../hebrew/cut.ts";

/** A carrier takes no more of one message. */
const LONGEST = 1500;

/** A long text in messages, cut where a paragraph, a sentence or at least a word ends; none for no words. */
export function splitText(text: string): string[] {
  const parts: string[] = [];
  let rest = text.trim();
  while (rest.length > LONGEST) {
    const head = beginningOf(rest, LONGEST);
    parts.push(head.trim());
    rest = rest.slice(head.length).trim();
  }
  return rest === "" ? parts : [...parts, rest];
}

/** At most so many characters of a text, up to where a line, a sentence or at least a word ends. */
export function beginningOf(text: string, most: number): string {
  if (text.length <= most) return text;
  const head = cut(text, most);
  const end = Math.max(head.lastIndexOf("\n"), head.search(/[.?!…]\s(?!.*[.?!…]\s)/su) + 1);
  return cut(head, end > most / 2 ? end : Math.max(head.lastIndexOf(" "), most / 2));
}
