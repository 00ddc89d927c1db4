import { expect, it } from "vitest";
import { sharingCircumstances } from "./circumstances.ts";

it("puts calls into as few groups as there must be, in which none disturbs another", () => {
  const plain = {};
  const answered = { circumstances: { staffAnswers: true } };
  const unanswered = { circumstances: { staffAnswers: false } };
  const unrecorded = { circumstances: { recording: false } };
  const recorded = { circumstances: { recording: true } };
  expect(sharingCircumstances([answered, unanswered, recorded, unrecorded, plain])).toEqual([
    { circumstances: { staffAnswers: true, recording: true }, calls: [answered, recorded, plain] },
    { circumstances: { staffAnswers: false, recording: false }, calls: [unanswered, unrecorded] },
  ]);
});
