/** Words in Arabic, Cyrillic, Chinese and the like: a slip of the model in an answer that is Hebrew. */
const FOREIGN_WORD = /[^\s.,:;!?]*[^\P{L}\p{Script=Hebrew}\p{Script=Latin}][^\s.,:;!?]*/gu;

export function withoutForeignWords(text: string): string {
  return text.replace(FOREIGN_WORD, "").replace(/ +(?=[ .,:;!?])/g, "");
}
