/** The API speaks snake_case, the pages camelCase: changed where they meet, and nowhere else. */

/** Fields whose content has names of its own (what went into a tool, weekdays, a product's options, a template's variables): it stays as it is. */
const opaque = new Set(["input", "output", "openingHours", "opening_hours", "options", "variables"]);

export function toWire(value: unknown): unknown {
  return renamed(value, (key) => key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`));
}

export function fromWire(value: unknown): unknown {
  return renamed(value, (key) => key.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()));
}

function renamed(value: unknown, rename: (key: string) => string): unknown {
  if (Array.isArray(value)) return value.map((item) => renamed(item, rename));
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([key, inner]) => [
    rename(key),
    opaque.has(key) ? inner : renamed(inner, rename),
  ]);
  return Object.fromEntries(entries);
}
