import { expect, it } from "vitest";
import type { InsightView } from "#lib/calls/schemas/insight.ts";
import { changedFields, draftOf, keptReasons, reasonsOf, withWords } from "./draft.ts";

const insight: InsightView = {
  summary: "מחפשים דירה",
  want: "rent",
  facts: [{ turnIndex: 3, value: "3 חדרים", name: "rooms" }],
  score: 60,
  scoreReasons: ["נאמר סכום"],
  sentiment: "neutral",
  followUps: [],
  appointment: { turnIndex: 5, when: "מחר בעשר", what: "ביקור" },
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

it("reasons go with the score that they explain, unless they are kept or written anew", () => {
  const draft = draftOf(insight);
  expect(reasonsOf(insight, draft)).toEqual([{ text: "נאמר סכום", key: 0 }]);
  const scored = { ...draft, score: "90" };
  expect(reasonsOf(insight, scored)).toEqual([]);
  expect(changedFields(insight, scored)).toEqual({ score: 90 });
  const kept = { ...scored, reasons: keptReasons(insight) };
  expect(changedFields(insight, kept)).toEqual({ score: 90, scoreReasons: ["נאמר סכום"] });
  expect(changedFields(insight, { ...kept, score: "60" })).toEqual({});
  const reasons = [" מכירים אותם ", " "].map((text, key) => ({ text, key }));
  expect(changedFields(insight, { ...draft, reasons })).toEqual({ scoreReasons: ["מכירים אותם"] });
});

it("a time to meet that was taken away is sent as such", () => {
  const draft = draftOf(insight);
  expect(changedFields(insight, { ...draft, appointment: null })).toEqual({ appointment: { asked: false } });
  const appointment = { what: "ביקור", when: " ביום ראשון", turnIndex: null };
  expect(changedFields(insight, { ...draft, appointment })).toEqual({
    appointment: { asked: true, what: "ביקור", when: "ביום ראשון", turnIndex: null },
  });
  const untimed = { what: "ביקור", when: " ", turnIndex: null };
  expect(changedFields(insight, { ...draft, appointment: untimed })).toEqual({
    appointment: { asked: true, what: "ביקור", when: null, turnIndex: null },
  });
  const unasked = { ...insight, appointment: null };
  expect(changedFields(unasked, draftOf(unasked))).toEqual({});
});

it("words of the staff have no sentence in the call; another name for the same words keeps it", () => {
  const [fact] = draftOf(insight).facts;
  if (!fact) throw new Error("a fact was expected");
  expect(withWords(fact, { value: "4 חדרים" })).toMatchObject({ value: "4 חדרים", turnIndex: null });
  expect(withWords(fact, { name: "detail" })).toMatchObject({ name: "detail", turnIndex: 3 });
});
