/** Every other sign beside numbers and between words gets its name. */

const FRACTIONS: Record<string, string> = {
  "1/2": "חצי",
  "1/3": "שליש",
  "2/3": "שני שלישים",
  "1/4": "רבע",
  "3/4": "שלושת רבעי",
};
/** "שקלים/שעה" is שקלים לשעה. */
const PER =
  /(?<=(?:שקלים|שקל|דולרים|אירו|אגורות|אחוזים|אחוז|קילומטרים|קילו|גרמים|ליטרים|מטרים) ?)\/ ?(?=(?:שעה|דקה|שנייה|יום|לילה|שבוע|חודש|שנה|מטר|מ״ר|דונם|יחידה|חדר|אדם|איש|קילו|ליטר|סמ״ק|קילומטר|נסיעה|פגישה|טיפול|מפגש|ביקור|עסקה|מנה|שיעור|הזמנה)(?![א-ת]))/gu;
const FINALS: Record<string, string> = { ם: "מ", ן: "נ", ץ: "צ", ף: "פ", ך: "כ" };

/** Signs in words: "2+1", "24/7", "~50", "כהן & לוי", "info@shop.co.il". */
export function nameSymbols(text: string): string {
  return text
    .replace(/(?<!\d)24\/7(?!\d)/g, "עשרים וארבע שבע")
    .replace(/(?<!\d)1 ?\+ ?1(?!\d)/g, "אחד פלוס אחד")
    .replace(/(?<![\d/])\d\/\d(?![\d/])/g, (fraction) => FRACTIONS[fraction] ?? fraction)
    .replace(/(?<=\d\.\d)\/(?=(?:5|10)(?!\d))/g, " מתוך ")
    .replace(/(?<=פריים|(?<![A-Za-z])(?:P|prime)) ?- ?(?=\d)/gi, " מינוס ")
    .replace(PER, " ל")
    .replace(/(?<=\d|שקלים|מטרים)\s?[x×*]\s?(?=\d)/gi, " על ")
    .replace(/(?<=\d)\s?[/÷]\s?(?=\d)/g, " חלקי ")
    .replace(/(?<=\d):(?=\d)/g, " ל-")
    .replace(/±/g, " פלוס מינוס ")
    .replace(/(\d[\d,]*)\+ (?=[א-ת]{2,}(?:ים|ות)(?![א-ת]))/g, "יותר מ-$1 ")
    .replace(/\s?\+\s?/g, " פלוס ")
    .replace(/\s?=\s?/g, " שווה ")
    .replace(/~\s?(?=\d)/g, "בערך ")
    .replace(/#\s?(?=\d)/g, "מספר ")
    .replace(/(?<=[\p{L}\d])#(?![\p{L}\d]| ?\d)/gu, ", סולמית")
    .replace(/(?<=[\p{L}\d],? )#(?![\p{L}\d]| ?\d)/gu, "סולמית")
    .replace(/\s?[-=]+>\s?/g, ", ")
    .replace(/<=?\s?(?=\d)/g, "פחות מ-")
    .replace(/>=?\s?(?=\d)/g, "יותר מ-")
    .replace(/\^2(?!\d)/g, " בריבוע")
    .replace(/\^3(?!\d)/g, " בשלישית")
    .replace(/%/g, " אחוזים ")
    .replace(/(?<=[A-Za-z])\s?&\s?(?=[A-Za-z])/g, " and ")
    .replace(/\s*&\s*(?=[\p{L}\d])/gu, " ו")
    .replace(/(?<=[A-Za-z\d])@(?=[A-Za-z\d])/g, " שטרודל ")
    .replace(
      /(?<=[A-Za-z\d])\.(?=[A-Za-z])|(?<=[A-Za-z])\.(?=\d)|(?<=\d\.\d+)\.(?=\d)|(?<=\d)\.(?=\d+\.\d)/g,
      " נקודה ",
    )
    .replace(/(?<![א-ת])ו\/או(?![א-ת])/g, "או")
    .replace(/(?<![א-ת])את\/ה(?![א-ת])/g, "אתה או את")
    .replace(/(?<![א-ת])([א-ת]{3,})\/(ת|ה|ית)(?![א-ת])/g, (_, word: string, ending: string) => {
      return `${word} או ${word.replace(/[םןץףך]$/, (letter) => FINALS[letter] ?? letter)}${ending}`;
    })
    .replace(/(?<![א-ת])([א-ת]{3,})\/(ות|ים|י|ן)(?![א-ת])/g, "$1")
    .replace(/(?<=(?<![A-Za-z])[A-Z]{1,3})\/(?=[A-Z]{1,3}(?![A-Za-z]))/g, " ")
    .replace(/(?<=[\p{L}\p{M}])\s?\/\s?(?=[\p{L}\p{M}])/gu, " או ")
    .replace(/(?<=\S) \/ (?=\S)/g, ", ")
    .replace(/(?<=^|[\s,(])-(?=\d)/g, "מינוס ");
}
