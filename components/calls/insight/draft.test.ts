import { expect, it } from "vitest";
import type { InsightView } from "#lib/calls/schemas/insight.ts";
import { changedFields, draftOf, withWords } from "./draft.ts";

const insight: InsightView = {
  summary: "מחפשים דירה",
  want: "rent",
  facts: [{ turnIndex: 3, value: "3 חדרים", name: "rooms" }],
  score: 60,
  scoreReasons: [],
  sentiment: "neutral",
  followUps: [],
  appointment: null,
  madeBy: "model",
  edited: [],
};

it("sends only what says something else than before", () => {
  const draft = draftOf(insight);
  expect(changedFields(insight, draft)).toEqual({});
  expect(changedFields(insight, { ...draft, summary: " מחפשים דירה " })).toEqual({});
  expect(changedFields(insight, { ...draft, score: "61", want: "buy" })).toEqual({ score: 61, want: "buy" });
  expect(changedFields(insight, { ...draft, facts: [] })).toEqual({ facts: [] });
});

it("an emptied score is no zero", () => {
  expect(changedFields(insight, { ...draftOf(insight), score: " " })).toEqual({ score: Number.NaN });
});

it("words of the staff have no sentence in the call; another name for the same words keeps it", () => {
  const [fact] = draftOf(insight).facts;
  if (!fact) throw new Error("a fact was expected");
  expect(withWords(fact, { value: "4 חדרים" })).toMatchObject({ value: "4 חדרים", turnIndex: null });
  expect(withWords(fact, { name: "detail" })).toMatchObject({ name: "detail", turnIndex: 3 });
});
