/** What a field holds when this is put where its cursor stands, in place of what is marked. The cursor goes behind it. */
export function insertAt(field: HTMLTextAreaElement | null, text: string): string {
  if (field === null) return text;
  const { value, selectionStart, selectionEnd } = field;
  const after = selectionStart + text.length;
  // React writes the value first.
  requestAnimationFrame(() => field.setSelectionRange(after, after));
  return value.slice(0, selectionStart) + text + value.slice(selectionEnd);
}
