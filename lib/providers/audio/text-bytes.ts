/** A page or an error message where audio was expected: played as samples it would be a roar. */

/** No audio begins like this: digital silence is control characters, and loud samples are no UTF-8 for so long. */
const CONTROL = /[^\P{Cc}\t\n\r]/u;

/** Whether these first bytes are text: HTML, XML, JSON or a sentence. */
export function looksLikeText(bytes: Uint8Array): boolean {
  try {
    // What is behind them may be the rest of their last character.
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes, { stream: true });
    return text !== "" && !CONTROL.test(text);
  } catch {
    return false;
  }
}
