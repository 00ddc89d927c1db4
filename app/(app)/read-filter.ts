import type { z } from "zod";

/** What an address asks of a list; whatever in it makes no sense is left out. */
export function readFilter<S extends z.ZodObject>(
  schema: S,
  params: Record<string, string | string[] | undefined>,
): z.output<S> {
  const given = Object.entries(params).filter(
    ([name, value]) => typeof value === "string" && value !== "" && schema.shape[name]?.safeParse(value).success,
  );
  return schema.parse(Object.fromEntries(given));
}
