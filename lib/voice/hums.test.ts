import { expect, it } from "vitest";
import { isHum } from "./hums.ts";

it.each(["אממ", "אממם", "הממם", "ממם", "אהמ", "אהם", "אהממ", "אהההה", "המ", "mhm", "Mm", "hmm", "Uhm"])(
  "is no word: %s",
  (sound) => expect(isHum(sound)).toBe(true),
);

it.each(["אם", "הם", "מה", "האם", "אמא", "מאה", "אהבה", "מהמם", "me", "am", "ham", "he"])("is a word: %s", (word) => {
  expect(isHum(word)).toBe(false);
});
