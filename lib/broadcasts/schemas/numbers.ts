/** Numbers out of whatever a person pastes or uploads: a column of a table, a list with commas, junk in between. */
import { cut } from "../../hebrew/cut.ts";
import { toE164 } from "../../hebrew/phone.ts";

/** Of all that is pasted, in characters. */
export const LONGEST_LIST = 400_000;
/** Of one broadcast. */
export const MOST_RECIPIENTS = 10_000;
const SAMPLES = 5;
const LONGEST_SAMPLE = 40;
const LONGEST_CELL = 40;

export interface ReadNumbers {
  /** E.164, each once, in the order in which they were given. */
  phones: string[];
  duplicates: number;
  /** Lines in which there is no number that can be dialled, and how the first of them begin. */
  rejected: { count: number; samples: string[] };
}

/** Every line gives the first number in it; names and other columns beside it are passed over, formulas are not run. */
export function readNumbers(text: string): ReadNumbers {
  const phones = new Set<string>();
  const rejected: ReadNumbers["rejected"] = { count: 0, samples: [] };
  let duplicates = 0;
  for (const line of text.split(/[\r\n]+/)) {
    if (line.trim() === "") continue;
    const found = numbersIn(line);
    if (found.length === 0) {
      rejected.count += 1;
      if (rejected.samples.length < SAMPLES) rejected.samples.push(cut(line.trim(), LONGEST_SAMPLE));
    }
    for (const phone of found) {
      if (phones.has(phone)) duplicates += 1;
      phones.add(phone);
    }
  }
  return { phones: [...phones], duplicates, rejected };
}

/** A line of nothing but numbers gives them all, one of a table its first. */
function numbersIn(line: string): string[] {
  const cells = line
    .split(/[,;\t|]/)
    .map(bare)
    .filter((cell) => cell !== "");
  const numbers = cells.map((cell) => (cell.length > LONGEST_CELL ? null : toE164(cell)));
  const found = numbers.filter((phone) => phone !== null);
  return found.length === cells.length ? found : found.slice(0, 1);
}

/** Without the quotes of CSV, the apostrophe that spreadsheets put before a number, and what is not seen. */
function bare(cell: string): string {
  return cell
    .replace(/[\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, "")
    .trim()
    .replace(/^["']+|["']+$/g, "")
    .trim();
}
