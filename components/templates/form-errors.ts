import type { ApiError } from "#lib/client/api-error.ts";

export type FormErrors = Partial<Record<string, string>>;

/** What the API said is wrong, at its fields; without fields, of the whole form. */
export function errorsOf(error: ApiError): FormErrors {
  return Object.keys(error.fields).length > 0 ? error.fields : { form: error.message };
}
