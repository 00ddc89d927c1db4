import type { FieldErrors, FieldValues, Resolver } from "react-hook-form";
import type { core, z } from "zod";

/** Lets a form be checked by the very schema that the server parses with. For flat forms. */
export function zodResolver<V extends FieldValues, T extends FieldValues>(
  schema: z.ZodType<T, V>,
): Resolver<V, unknown, T> {
  return (values) => {
    const parsed = schema.safeParse(values);
    if (parsed.success) return { values: parsed.data, errors: {} };
    const errors: Record<string, { type: string; message: string }> = {};
    for (const issue of parsed.error.issues) {
      const field = String(issue.path[0] ?? "root");
      errors[field] ??= { type: issue.code, message: messageOf(issue) };
    }
    return { values: {}, errors: errors as FieldErrors<V> };
  };
}

/** Of a choice between shapes, the sentence that one of them was written to say. */
function messageOf(issue: core.$ZodIssue): string {
  if (issue.code !== "invalid_union") return issue.message;
  return issue.errors.flat().find((inner) => inner.code === "custom")?.message ?? issue.message;
}
