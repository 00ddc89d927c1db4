/** WhatsApp's marks for bold, italic and struck: a pair around words, and no letter of another word, nor an address, before it. */
const MARK = /(?<![\p{L}\p{N}*_~/=&?#])([*_~])(?=\S)([^*_~\n]+)(?<=\S)\1(?![\p{L}\p{N}*_~])/gu;

/** As it reads where nothing shows them: in a text message. */
export function withoutMarks(text: string): string {
  return text.replace(MARK, "$2");
}
