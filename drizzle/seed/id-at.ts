import { type SQL, sql } from "drizzle-orm";

/** An id as it would have been given at that moment: they grow with time, and lists go by it. */
export function idAt(moment: Date): SQL<string> {
  return sql<string>`uuidv7(${moment.toISOString()}::timestamptz - now())`;
}
