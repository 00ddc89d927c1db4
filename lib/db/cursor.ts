/** Keyset pages: a cursor is the sort key of the last row seen, so that page 10,000 costs what page 1 costs. */
import { z } from "zod";
import { Invalid } from "../errors.ts";
import { moment } from "../hebrew/asked-dates.ts";
import { isStorable } from "./storable.ts";

/** What a list can be sorted by, and so begin after. */
export const momentKey = moment;
export const integerKey = z.int32();
export const textKey = z.string().refine(isStorable);

export function encodeCursor(key: string | number, id: string): string {
  return Buffer.from(JSON.stringify([key, id])).toString("base64url");
}

/** Throws Invalid for anything that encodeCursor did not make for a list sorted by such a key. */
export function decodeCursor<K>(text: string, key: z.ZodType<K>): [K, string] {
  try {
    return z.tuple([key, z.uuid()]).parse(JSON.parse(Buffer.from(text, "base64url").toString("utf8")));
  } catch (cause) {
    throw new Invalid("סימן העמוד אינו תקין", { cause });
  }
}

/** Cuts the extra row off that says whether there is a next page. */
export function toPage<Row, Item>(
  rows: Row[],
  limit: number,
  cursorOf: (row: Row) => string,
  view: (row: Row) => Item,
): { items: Item[]; nextCursor: string | null } {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return { items: shown.map(view), nextCursor: rows.length > limit && last ? cursorOf(last) : null };
}
