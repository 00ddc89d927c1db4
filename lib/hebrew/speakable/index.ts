/** Written Hebrew as a voice reads it aloud: every number, sign and abbreviation in words. */
import { speakAbbreviations } from "./abbreviations.ts";
import { speakAddresses } from "./addresses.ts";
import { evenCharacters, onlySpeakable } from "./characters.ts";
import { speakDates } from "./dates.ts";
import { speakHours } from "./hours.ts";
import { type Pronunciation, speakWithLexicon } from "./lexicon.ts";
import { withoutMarkup } from "./markup.ts";
import { nameMoney } from "./money.ts";
import { speakNumbers } from "./numbers.ts";
import { speakOnes } from "./ones.ts";
import { speakPhones } from "./phones.ts";
import { nameRanges } from "./ranges.ts";
import { nameScales } from "./scales.ts";
import { spellShorthand } from "./shorthand.ts";
import { speakSlashes } from "./slashes.ts";
import { nameSymbols } from "./symbols.ts";
import { nameUnits } from "./units.ts";
import { speakWeekdays } from "./weekdays.ts";

export type { Pronunciation } from "./lexicon.ts";

/**
 * Each step leaves to the later ones what is not its own: digits that are more than a number are spoken first, then
 * signs get their names beside the numbers they belong to, and the numbers come last, when their nouns are words.
 */
const steps: readonly ((text: string) => string)[] = [
  spellShorthand,
  speakPhones,
  nameScales,
  speakWeekdays,
  speakDates,
  speakSlashes,
  nameRanges,
  speakHours,
  nameMoney,
  nameUnits,
  speakAbbreviations,
  speakAddresses,
  nameSymbols,
  speakOnes,
  speakNumbers,
  onlySpeakable,
];

/**
 * A text for the ear: Hebrew and Latin letters, nikud, spaces and the punctuation that a voice understands. Empty when
 * nothing of it can be spoken. The business's own pronunciations change how words sound, not how numbers and signs beside
 * them are read. Spoken text stays as it is.
 */
export function speakable(text: string, lexicon: readonly Pronunciation[] = []): string {
  const written = evenCharacters(withoutMarkup(text));
  return lexicon.length === 0 ? inWords(written) : speakWithLexicon(written, lexicon, inWords);
}

function inWords(written: string): string {
  return steps.reduce((spoken, step) => step(spoken), written);
}
