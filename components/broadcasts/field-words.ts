import { type CustomerField, customerFields } from "#lib/broadcasts/schemas/fields.ts";
import type { TemplateValues } from "#lib/templates/schemas/template.ts";

/** Values as people read them: "[first name]" where each customer's own will stand. */
export function inWords(values: TemplateValues, words: (field: CustomerField) => string): TemplateValues {
  const read = (value: string) =>
    customerFields.reduce((text, field) => text.replaceAll(`{{${field}}}`, `[${words(field)}]`), value);
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, read(value)]));
}
