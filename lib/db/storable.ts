/** Words from outside (a recogniser, a model, a request) as PostgreSQL can hold them. */

/**
 * The same value with every string in it free of what text and jsonb refuse: the NUL character is dropped, and half of
 * a surrogate pair becomes U+FFFD. One such character would otherwise be refused for ever, with everything behind it.
 */
export function storable<T>(value: T): T {
  return clean(value) as T;
}

/** Whether text and jsonb can hold it as it is. */
export function isStorable(text: string): boolean {
  return !text.includes("\0") && text.isWellFormed();
}

function clean(value: unknown): unknown {
  if (typeof value === "string") return value.replaceAll("\0", "").toWellFormed();
  if (Array.isArray(value)) return value.map(clean);
  if (value === null || typeof value !== "object" || Object.getPrototypeOf(value) !== Object.prototype) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [String(clean(key)), clean(inner)]));
}
