/** Words that only the product's own machinery has: whoever says them repeats what the model was told. */

/** Names of tools (take_message, but no address of a mailbox), and a prompt that calls itself by name. */
const INTERNAL =
  /(?<![\w@.])[a-z]+_[a-z]+(?![\w.-]*@|\w)|system\s+(?:prompt|message)|(?:הוראות|הנחיות) ה?מערכת|מתי משתמשים בכלים/i;

/** Whether any of them stands in the text. */
export function hasInternalWords(text: string): boolean {
  return INTERNAL.test(text);
}
