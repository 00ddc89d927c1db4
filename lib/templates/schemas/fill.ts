/** A template's text with its variables filled in; the pages show it before it is sent. */
import type { TemplateValues, TemplateView } from "./template.ts";

const PLACE = /\{\{(\w+)\}\}/g;
/** Characters that are not seen, and that would turn the rest of the text around. */
const UNSEEN = /[\p{Cc}\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu;
const GREETING = String.raw`(?:שלום|היי|הי|אהלן|לכבוד|hello|hi|hey|dear)\s*,?\s*`;

/** Each variable in its place, once: what is filled in is not read again. What has no value stays as it is. */
export function fillTemplate(text: string, values: TemplateValues): string {
  return text.replace(PLACE, (whole, name: string) => (Object.hasOwn(values, name) && values[name]) || whole);
}

/** The same with words of ours for what has no value yet, for reading. */
export function readTemplate(text: string, values: TemplateValues, words: (name: string) => string): string {
  return fillTemplate(text, values).replace(PLACE, (_, name: string) => words(name));
}

/** As WhatsApp takes it: one line, nothing unseen. */
export function cleanValue(value: string): string {
  return value.replace(/\s+/g, " ").replace(UNSEEN, "").trim();
}

/** The values of a template's own variables, cleaned; those that are not given are empty. */
export function valuesFor({ variables }: Pick<TemplateView, "variables">, given: TemplateValues): TemplateValues {
  return Object.fromEntries(variables.map(({ name }) => [name, cleanValue(given[name] ?? "")]));
}

/** The names of the variables that nothing was given for. */
export function missingIn(values: TemplateValues): string[] {
  return Object.entries(values)
    .filter(([, value]) => value === "")
    .map(([name]) => name);
}

/** Whether a variable is the customer's name: by its own name, or because the text greets it. */
export function isName({ body }: Pick<TemplateView, "body">, variable: string): boolean {
  if (/^(?:name|first_?name|customer_?name)$/i.test(variable)) return true;
  return new RegExp(String.raw`(?:^|[^\p{L}])${GREETING}\{\{${variable}\}\}`, "iu").test(body);
}
