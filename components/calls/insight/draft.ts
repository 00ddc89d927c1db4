/** What of a call's insight is being put right, as its fields hold it. */
import type { CallFact, InsightView, Sentiment, Want } from "#lib/calls/schemas/insight.ts";

export interface DraftFact extends CallFact {
  /** Tells rows apart while some come and go. */
  key: number;
}

export interface Draft {
  summary: string;
  want: Want;
  sentiment: Sentiment;
  /** As typed. */
  score: string;
  facts: DraftFact[];
}

export function draftOf({ summary, want, sentiment, score, facts }: InsightView): Draft {
  return { summary, want, sentiment, score: String(score), facts: facts.map((fact, key) => ({ ...fact, key })) };
}

/** The fields that say something else than before. Still to be parsed: a score may be anything. */
export function changedFields(insight: InsightView, draft: Draft): Record<string, unknown> {
  const before = { ...draftOf(insight), score: insight.score, facts: insight.facts };
  const after = {
    ...draft,
    summary: draft.summary.trim(),
    score: draft.score.trim() === "" ? Number.NaN : Number(draft.score),
    facts: draft.facts.map(({ name, value, turnIndex }) => ({ name, value: value.trim(), turnIndex })),
  };
  const fields = ["summary", "want", "sentiment", "score", "facts"] as const;
  const changed = fields.filter((field) => !isSame(before[field], after[field]));
  return Object.fromEntries(changed.map((field) => [field, after[field]]));
}

/** A fact whose words were changed was not said so: it has no sentence any more. */
export function withWords(fact: DraftFact, words: Partial<Pick<DraftFact, "name" | "value">>): DraftFact {
  return { ...fact, ...words, turnIndex: words.value === undefined ? fact.turnIndex : null };
}

function isSame(before: unknown, after: unknown): boolean {
  return JSON.stringify(inOrder(before)) === JSON.stringify(inOrder(after));
}

/** The database does not keep the order of keys. */
function inOrder(value: unknown): unknown {
  if (!Array.isArray(value)) return value;
  return value.map((fact: CallFact) => [fact.name, fact.value, fact.turnIndex]);
}
