/** A list on one line ("אפשר: 1. היום 2. מחר") is said like one with a line for each item: without its numbers. */
import { isLabelled } from "./nouns.ts";

/** What stands before the first item: nothing, the end of a sentence, or a word that announces one. */
const OPENING = "(?:^|[:;.!?…]|(?<!\\p{L})(?:אפשר|הן|הם|אלה|אלו|לנו|לכם))";
const OPENS = new RegExp(`${OPENING}\\s*$`, "u");
const MARK = /(?<=^|\s)\(?(\d{1,2})[.)]\s+(?=\S)/g;
const NEEDS_NO_COMMA = /(?:[.,:;!?…]|(?<!\p{L})(?:או|וגם))$/u;

/** Two or more items, counted from one. `before`: what stands before the text on its first line. */
export function joinOneLineLists(text: string, before = ""): string {
  return text
    .split("\n")
    .map((line, index) => joinLine(line, index === 0 ? before : ""))
    .join("\n");
}

function joinLine(line: string, before: string): string {
  const [first, ...others] = marksIn(line, before);
  if (!first || others.length === 0) return line;
  // A number that begins the line is that of an ordinary list.
  const beginsLine = (before + line.slice(0, first.start)).trim() === "";
  let said = line.slice(0, first.start);
  let from = beginsLine ? first.start : first.end;
  for (const { start, end } of others) {
    said += line.slice(from, start).trimEnd();
    said += NEEDS_NO_COMMA.test(said) ? " " : ", ";
    from = end;
  }
  return said + line.slice(from);
}

function marksIn(line: string, before: string): { start: number; end: number }[] {
  const marks: { start: number; end: number }[] = [];
  for (const { 0: mark, 1: number, index } of line.matchAll(MARK)) {
    const written = before + line.slice(0, index);
    const stands = marks.length === 0 ? OPENS.test(written) : !/:\s*$/.test(written);
    // "בקומה 2." is a floor, and "קומה: 2." is one, too.
    if (Number(number) !== marks.length + 1 || !stands || isLabelled(written)) continue;
    marks.push({ start: index, end: index + mark.length });
  }
  return marks;
}

/** What may begin such a list, also when it is not all there yet. */
const BEGINNING = new RegExp(`(?<=${OPENING}[^\\S\\n]*)(?:\\(?1(?:[.)](?=\\s|$)|$)|\\($)`, "gu");
const SECOND_MARK = /\s\(?2[.)]\s/;
/** Longer than this, in characters, without a second item, it is no list; with one, it has gone on long enough. */
const LONGEST_ITEM = 150;
const LONGEST_LIST = 400;

/**
 * Where in a text that streams in a list begins that may still go on; null for none. `before` is what came before it on
 * its first line.
 */
export function openListIn(text: string, before: string): number | null {
  const lineStart = text.lastIndexOf("\n") + 1;
  const written = lineStart === 0 ? before : "";
  const line = text.slice(lineStart);
  for (const { index } of `${written}${line}`.matchAll(BEGINNING)) {
    const start = index - written.length;
    const length = line.length - start;
    const longest = SECOND_MARK.test(line.slice(Math.max(start, 0))) ? LONGEST_LIST : LONGEST_ITEM;
    // The end of the line before belongs to an item that begins one.
    if (start >= 0 && length < longest) return text.slice(0, lineStart + start).trimEnd().length;
  }
  return null;
}
