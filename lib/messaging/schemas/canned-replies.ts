/** Texts that the staff send again and again, and what is filled in when one is chosen. */
import { z } from "zod";

export const cannedVariables = ["שם", "עסק", "נציג"] as const;
export type CannedVariable = (typeof cannedVariables)[number];

const VARIABLE = /\{\{\s*([^{}]*?)\s*\}\}/g;

const body = z
  .string({ error: "חסר טקסט" })
  .trim()
  .min(1, "חסר טקסט")
  .max(1500, "הטקסט ארוך מדי: עד 1,500 תווים")
  .superRefine((text, ctx) => {
    const unknown = [...text.matchAll(VARIABLE)].map(([, name = ""]) => name).find((name) => !isVariable(name));
    if (unknown !== undefined)
      ctx.addIssue({
        code: "custom",
        message: `אין משתנה {{${unknown}}}. אפשר: ${cannedVariables.map((name) => `{{${name}}}`).join(", ")}`,
      });
  });

export const cannedReplyInput = z.object({
  title: z.string({ error: "חסר שם קצר" }).trim().min(1, "חסר שם קצר").max(60, "השם ארוך מדי: עד 60 תווים"),
  body,
});
export type CannedReplyInput = z.input<typeof cannedReplyInput>;

export const cannedReplyView = z.object({ id: z.uuid(), title: z.string(), body: z.string() });
export type CannedReplyView = z.infer<typeof cannedReplyView>;

/** The text with everything filled in; of what is not known nothing stays, not even the blank before it. */
export function fillIn(text: string, values: Record<CannedVariable, string | null>): string {
  return text.replace(/ ?\{\{\s*([^{}]*?)\s*\}\}/g, (found, name: string) => {
    const value = isVariable(name) ? values[name] : null;
    return value === null ? "" : `${found.startsWith(" ") ? " " : ""}${value}`;
  });
}

function isVariable(name: string): name is CannedVariable {
  return cannedVariables.some((one) => one === name);
}
