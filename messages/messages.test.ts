import { expect, it } from "vitest";
import en from "./en.json" with { type: "json" };
import he from "./he.json" with { type: "json" };

type Words = { [name: string]: string | Words };

/** Every message as `path -> its variables and tags`. */
function shapes(words: Words, path = ""): Record<string, string[]> {
  return Object.assign(
    {},
    ...Object.entries(words).map(([name, value]) =>
      typeof value === "string" ? { [`${path}${name}`]: variables(value) } : shapes(value, `${path}${name}.`),
    ),
  );
}

function variables(message: string): string[] {
  return [...new Set([...message.matchAll(/\{(\w+)[,}]|<(\w+)>/g)].map((found) => found[1] ?? found[2] ?? ""))].sort();
}

it("says everything in both languages, with the same variables", () => {
  expect(shapes(en)).toEqual(shapes(he));
});

it("speaks calmly: no exclamation marks, no emoji", () => {
  const all = Object.values({ ...flat(he), ...flat(en, "en.") });
  expect(all.filter((message) => /[!\p{Extended_Pictographic}]/u.test(message))).toEqual([]);
});

function flat(words: Words, path = ""): Record<string, string> {
  return Object.assign(
    {},
    ...Object.entries(words).map(([name, value]) =>
      typeof value === "string" ? { [`${path}${name}`]: value } : flat(value, `${path}${name}.`),
    ),
  );
}
