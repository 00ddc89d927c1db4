import { cut } from "../../hebrew/cut.ts";

/** Longer than this is shown neither in the list of conversations nor where a message is quoted. */
const LONGEST = 200;

/** The beginning of the words, or in brackets what came without any: the pages put it into words. */
export function preview(body: string, kind: string): string {
  const words = body.replace(/\s+/g, " ").trim();
  return words === "" ? `[${kind}]` : cut(words, LONGEST);
}
