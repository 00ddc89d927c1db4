/** Lists that are sorted by one column and the id, and go on after a row. */
import { and, type SQL, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import type { z } from "zod";
import { decodeCursor, encodeCursor } from "../db/cursor.ts";

export interface Sort<Row> {
  column: PgColumn;
  type: SQL;
  key: z.ZodType<string | number>;
  of: (row: Row) => string | number;
}

interface Asked {
  /** "-created_at": newest first. */
  sort: string;
  cursor?: string | undefined;
  where: SQL | undefined;
}

/** Condition, order and cursor of a page of rows with this id. Throws Invalid for a cursor of another sort. */
export function sorted<Row extends { id: string }>(
  sort: Sort<Row>,
  id: PgColumn,
  { sort: asked, cursor, where }: Asked,
) {
  const [direction, beyond] = asked.startsWith("-") ? [sql`desc`, sql`<`] : [sql`asc`, sql`>`];
  const after = cursor ? decodeCursor(cursor, sort.key) : null;
  return {
    where: and(
      where,
      after ? sql`(${sort.column}, ${id}) ${beyond} (${after[0]}::${sort.type}, ${after[1]}::uuid)` : undefined,
    ),
    orderBy: [sql`${sort.column} ${direction}`, sql`${id} ${direction}`],
    cursorOf: (row: Row) => encodeCursor(sort.of(row), row.id),
  };
}
