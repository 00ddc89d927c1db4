/** An answer in Hebrew in which the model slips into English for a sentence: nobody on the line has asked for that. */

/** Words of somebody who talks: brands that stand alone are none of them ("yes" is one). */
const TALK = new Set(
  (
    "i i'm i'll i've we we're we'll you you're your it's my is are am was will can could would have has do did how what " +
    "when please thanks thank see let sure sorry hello hi bye goodbye welcome"
  ).split(" "),
);
/** What has more words than a short name, and one that is not written like a name, is a sentence, too. */
const SHORT_NAME = 2;

/** Whether a sentence may still turn out to be English: nothing in it is Hebrew so far. */
export function maybeEnglish(sentence: string): boolean {
  return /[a-z]/i.test(sentence) && !/[א-ת]/.test(sentence);
}

export function isEnglish(sentence: string): boolean {
  if (!maybeEnglish(sentence)) return false;
  const words = sentence.split(/\s+/).flatMap((written) => {
    const word = written.replace(/’/g, "'").replace(/^\P{L}+|\P{L}+$/gu, "");
    return word === "" ? [] : [word];
  });
  // Will Smith, not "Will call you".
  if (words.length > 1 && words.every((word) => /^\p{Lu}/u.test(word))) return false;
  if (words.some((word) => TALK.has(word.toLowerCase()))) return true;
  return words.length > SHORT_NAME && words.some((word) => /^[a-z]{2,}$/.test(word));
}
