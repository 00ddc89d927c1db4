/** PostgreSQL's answers to a row that it does not take. The driver's error lies inside drizzle's. */
import { z } from "zod";

const refusal = z.object({ code: z.string().regex(/^[0-9A-Z]{5}$/) });

/** Was a write refused because there is such a row already? */
export function isDuplicate(error: unknown): boolean {
  return sqlState(error) === "23505";
}

/** Was it refused for what stands in it, and would be again (data exceptions, constraints, limits of a row)? */
export function isUnwritable(error: unknown): boolean {
  return /^(?:22|23|54)/.test(sqlState(error) ?? "");
}

function sqlState(error: unknown): string | undefined {
  const found = refusal.safeParse(error).data?.code;
  return found ?? (error instanceof Error ? sqlState(error.cause) : undefined);
}
