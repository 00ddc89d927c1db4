/** What the ordering bot says, in the language in which the customer wrote last. */
import { english } from "./english.ts";
import { hebrew } from "./hebrew.ts";

export type Texts = typeof hebrew;

export function textsIn(language: "he" | "en"): Texts {
  return language === "he" ? hebrew : english;
}
