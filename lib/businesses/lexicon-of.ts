import { pronunciation } from "#drizzle/schema/index.ts";
import type { Tx } from "../db/tenant.ts";
import type { Pronunciation } from "../hebrew/speakable/index.ts";

/** How the business wants its words to be said. */
export function lexiconOf(tx: Tx): Promise<Pronunciation[]> {
  return tx.select({ written: pronunciation.written, spoken: pronunciation.spoken }).from(pronunciation);
}
