/** The first and the last step: characters that look alike become one, and what is left at the end can be spoken. */

const FRACTIONS: Record<string, string> = { "½": ".5", "¼": ".25", "¾": ".75" };

const GERSHAYIM = /(?<=[א-ת][\u0591-\u05c7]*)(?:"|''|׳׳)(?=[א-ת])/g;
const GERESH = /(?<=[א-ת][\u0591-\u05c7]*)'/g;
/** Behind a full stop; "ת.ז." has none. */
const MISSING_SPACE = /(?<=(?<!(?<![א-ת״])[א-ת])\.)(?=[א-ת])/g;
/** Letters of other scripts, and signs that no step has a name for. */
const FOREIGN =
  /[^\p{Script=Latin}א-ת\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\d\s.,?!:;'"״׳()₪$€£%/+*#@&=_×÷±^~<>|-]/gu;

/** One kind of quote, dash, digit and space. */
export function evenCharacters(text: string): string {
  return text
    .replace(/(\d*)\s?([½¼¾])/g, (_, whole: string, part: string) => ` ${whole || "0"}${FRACTIONS[part] ?? ""}`)
    .replace(/[²³]/g, (power) => (power === "²" ? "^2" : "^3"))
    .replace(/°(?:\s?C(?![A-Za-z]))?/g, " מעלות ")
    .normalize("NFKC")
    .replace(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) & 0xf))
    .replace(/[→⇒➔➜]/g, "->")
    .replace(/[־‐-―−]/g, "-")
    .replace(/[“”„‟«»]/g, '"')
    .replace(/[‘’‚`´]/g, "'")
    .replace(FOREIGN, " ")
    .replace(/(?<=\d)["״'׳]*(?=[א-ת])/g, " ")
    .replace(MISSING_SPACE, " ")
    .replace(GERSHAYIM, "״")
    .replace(GERESH, "׳")
    .replace(/[^\S\n]+/g, " ");
}

/** Everything but what a voice understands. */
const UNSPEAKABLE = /[^\p{Script=Latin}א-ת\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\s.,?!:'"״׳]/gu;

/** The last step: brackets and dashes become pauses, and nothing is left that is no word. */
export function onlySpeakable(text: string): string {
  const words = text
    .replace(/[\s();|-]+$/, "")
    .replace(/(?<![\p{L}\p{M}])(ו?[הבכלמש]|ו)-(?=\p{L})/gu, "$1")
    .replace(/\s-+\s|[();|]|\n+/g, ", ")
    .replace(UNSPEAKABLE, " ")
    .replace(GERSHAYIM, "״")
    .replace(GERESH, "׳")
    .replace(/׳{2,}/g, "׳")
    .replace(/\s+/g, " ")
    .replace(/\s+(?=[.,?!:])/g, "")
    .replace(/[.,?!:]{2,}/g, strongest)
    .replace(/(?<=[,?!:]|\p{Script=Latin}\.)(?=\p{L})/gu, " ")
    .replace(MISSING_SPACE, " ")
    .replace(/^[\s.,?!:]+|\s+$/g, "");
  return /\p{L}/u.test(words) ? words : "";
}

/** Of several marks in a row the one that shapes the voice most. */
function strongest(marks: string): string {
  return ["?", "!", ".", ":"].find((mark) => marks.includes(mark)) ?? ",";
}
