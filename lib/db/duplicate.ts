/** PostgreSQL's answer to a row that must be the only one and is not. */
import { z } from "zod";

const refusal = z.object({ code: z.literal("23505") });

/** Was a write refused because there is such a row already? The driver's error lies inside drizzle's. */
export function isDuplicate(error: unknown): boolean {
  return refusal.safeParse(error).success || (error instanceof Error && isDuplicate(error.cause));
}
