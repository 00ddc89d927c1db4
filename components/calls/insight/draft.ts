/** What of a call's insight is being put right, as its fields hold it. */
import type { Appointment, CallFact, InsightView, Sentiment, Want } from "#lib/calls/schemas/insight.ts";

export interface DraftFact extends CallFact {
  /** Tells rows apart while some come and go. */
  key: number;
}

export interface DraftReason {
  text: string;
  key: number;
}

export interface Draft {
  summary: string;
  want: Want;
  sentiment: Sentiment;
  /** As typed. */
  score: string;
  /** Null while nobody has touched them: then they stay and go with the score that they explain. */
  reasons: DraftReason[] | null;
  facts: DraftFact[];
  appointment: Appointment | null;
}

export function draftOf({ summary, want, sentiment, score, facts, appointment }: InsightView): Draft {
  return {
    ...{ summary, want, sentiment, appointment, reasons: null },
    score: String(score),
    facts: facts.map((fact, key) => ({ ...fact, key })),
  };
}

/** The reasons that will stand below the score: those of another score do not. */
export function reasonsOf(insight: InsightView, draft: Draft): DraftReason[] {
  return draft.reasons ?? (scoreOf(draft) === insight.score ? keptReasons(insight) : []);
}

/** The reasons as they are now, to be written on. */
export function keptReasons({ scoreReasons }: InsightView): DraftReason[] {
  return scoreReasons.map((text, key) => ({ text, key }));
}

/** The fields that say something else than before. Still to be parsed: a score may be anything. */
export function changedFields(insight: InsightView, draft: Draft): Record<string, unknown> {
  const { reasons, ...after } = { ...draft, ...trimmed(draft), score: scoreOf(draft) };
  const fields = ["summary", "want", "sentiment", "score", "facts", "appointment"] as const;
  const changed = new Set<string>(fields.filter((field) => !isSame(insight[field], after[field])));
  const scoreReasons = reasons?.map(({ text }) => text.trim()).filter(Boolean) ?? null;
  // A score that is sent alone loses its reasons, so that those which were kept are sent, too.
  if (scoreReasons && (changed.has("score") || !isSame(insight.scoreReasons, scoreReasons)))
    changed.add("scoreReasons");
  const { appointment } = after;
  const sent = {
    ...after,
    scoreReasons,
    appointment: appointment ? { asked: true, ...appointment } : { asked: false },
  };
  return Object.fromEntries(Object.entries(sent).filter(([field]) => changed.has(field)));
}

function trimmed({ summary, facts, appointment }: Draft) {
  return {
    summary: summary.trim(),
    facts: facts.map(({ name, value, turnIndex }) => ({ name, value: value.trim(), turnIndex })),
    appointment: appointment && {
      ...appointment,
      what: appointment.what.trim(),
      when: appointment.when?.trim() || null,
    },
  };
}

function scoreOf({ score }: Draft): number {
  return score.trim() === "" ? Number.NaN : Number(score);
}

/** A fact whose words were changed was not said so: it has no sentence any more. */
export function withWords(fact: DraftFact, words: Partial<Pick<DraftFact, "name" | "value">>): DraftFact {
  return { ...fact, ...words, turnIndex: words.value === undefined ? fact.turnIndex : null };
}

function isSame(before: unknown, after: unknown): boolean {
  return JSON.stringify(before, inOrder) === JSON.stringify(after, inOrder);
}

/** The database does not keep the order of keys. */
function inOrder(_key: string, value: unknown): unknown {
  if (value === null || typeof value !== "object" || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([one], [other]) => one.localeCompare(other)));
}
