import { expect, it } from "vitest";
import { LEAST_STOPPED, MOST_DROPPED, outcome } from "./testing/outcome.ts";
import { readLabelled } from "./testing/read-labelled.ts";

const unseen = { genuine: readLabelled("unseen-genuine"), invented: readLabelled("unseen-invented") };
const together = {
  genuine: [...readLabelled("genuine"), ...unseen.genuine],
  invented: [...readLabelled("invented"), ...unseen.invented],
};

it.each([
  ["written by somebody who had not seen the judge", unseen],
  ["of both authors together", together],
])("the labelled utterances %s: hardly a genuine one is dropped, hardly an invented one answered", (_, set) => {
  const { dropped, stopped, figures } = outcome(set);
  expect(dropped, figures).toBeLessThanOrEqual(MOST_DROPPED);
  expect(stopped, figures).toBeGreaterThanOrEqual(LEAST_STOPPED);
});

it("are five hundred genuine and three hundred invented, three of ten written blind", () => {
  expect(together.genuine.length).toBeGreaterThanOrEqual(500);
  expect(together.invented.length).toBeGreaterThanOrEqual(300);
  expect(unseen.genuine.length).toBeGreaterThanOrEqual(together.genuine.length * 0.28);
  expect(unseen.invented.length).toBeGreaterThanOrEqual(together.invented.length * 0.28);
});
