/** How text is kept for being found. */
import { type SQL, sql } from "drizzle-orm";

/**
 * A trigram index. Where the database's letters are those of the C locale, pg_trgm knows no Hebrew ones and would index
 * nothing: Latin ones stand for them. `search_calls` asks in the same letters (its function index_letters) and compares
 * the text itself too.
 */
export function trigrams(column: string): SQL {
  return sql.raw(`translate("${column}", 'אבגדהוזחטיכלמנסעפצקרשת', 'abcdefghijklmnopqrstuv') gin_trgm_ops`);
}

/** What lib/hebrew/normalize.ts does, done by the database for whoever writes a name; a test holds the two together. */
export function normalised(expression: string): SQL {
  return sql.raw(`btrim(regexp_replace(lower(translate(regexp_replace(
  normalize(${expression}, NFKC),
  '[\\u0591-\\u05BD\\u05BF\\u05C1\\u05C2\\u05C4\\u05C5\\u05C7\\u200B-\\u200F\\u202A-\\u202E\\u2066-\\u2069\\uFEFF]', '', 'g'),
  'ךםןףץ״“”„"׳’‘\u0060''', 'כמנפצ')), '[\\s\\u05BE\\u2010-\\u2015-]+', ' ', 'g'))`);
}
