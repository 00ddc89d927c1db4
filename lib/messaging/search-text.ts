import { cut } from "../hebrew/cut.ts";
import { normalizeForSearch } from "../hebrew/normalize.ts";
import type { MessageContent } from "./schemas/content.ts";

/** What a message is found by. More than this of one message is not looked through. */
const LONGEST = 4000;

export function searchTextOf(...parts: (string | null | undefined)[]): string {
  return normalizeForSearch(cut(parts.filter(Boolean).join(" "), LONGEST));
}

/** What is read of a message beside its words: a place, people and their numbers. */
export function wordsIn(content: MessageContent): (string | undefined)[] {
  if (content.kind === "location") return [content.label, content.address];
  if (content.kind === "contact") return content.contacts.flatMap(({ name, phones }) => [name, ...phones]);
  return [];
}
