/** What of a customer can be filled into a template: {{name}} in a value stands for each one's own. */
import { isSeen } from "../../hebrew/bidi.ts";
import { cut } from "../../hebrew/cut.ts";
import { cleanValue } from "../../templates/schemas/fill.ts";
import type { TemplateValues } from "../../templates/schemas/template.ts";

export const customerFields = ["name", "first_name", "phone"] as const;
export type CustomerField = (typeof customerFields)[number];

const FIELD = /\{\{(name|first_name|phone)\}\}/g;
const LONGEST_NAME = 60;

interface Known {
  name: string | null;
  /** As people here write it. */
  phone: string;
}

/** Whose message is as long as any can be. */
export const LONGEST_KNOWN: Known = { name: "א".repeat(LONGEST_NAME), phone: "0".repeat(20) };

/** Whether somebody without a name cannot be written to with these values. */
export function needsName(values: TemplateValues): boolean {
  return Object.values(values).some((value) => /\{\{(?:name|first_name)\}\}/.test(value));
}

/** The values for one customer; each field once, so that a name that looks like one stays a name. */
export function valuesOf(values: TemplateValues, { name, phone }: Known): TemplateValues {
  const full = cut(cleanValue(name ?? ""), LONGEST_NAME);
  const own: Record<string, string> = { name: full, first_name: full.split(" ").find(isSeen) ?? "", phone };
  const filled = Object.entries(values).map(([variable, value]) => [
    variable,
    cleanValue(value.replace(FIELD, (whole, field: string) => own[field] ?? whole)),
  ]);
  return Object.fromEntries(filled);
}
