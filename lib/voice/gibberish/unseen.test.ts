import { expect, it } from "vitest";
import { LEAST_STOPPED, MOST_DROPPED, outcome } from "./testing/outcome.ts";
import { readLabelled } from "./testing/read-labelled.ts";

const sets = (names: string[]) => ({
  genuine: names.flatMap((name) => readLabelled(`${name}genuine`)),
  invented: names.flatMap((name) => readLabelled(`${name}invented`)),
});
const unseen = sets(["unseen-first-", "unseen-second-"]);
const together = sets(["", "unseen-first-", "unseen-second-"]);

it.each([
  ["by the first who had not seen the judge", sets(["unseen-first-"])],
  ["by the second who had not seen the judge", sets(["unseen-second-"])],
  ["by all authors together", together],
])("the labelled utterances written %s: hardly a genuine one is dropped, hardly an invented one answered", (_, set) => {
  const { dropped, stopped, figures } = outcome(set);
  expect(dropped, figures).toBeLessThanOrEqual(MOST_DROPPED);
  expect(stopped, figures).toBeGreaterThanOrEqual(LEAST_STOPPED);
});

it("are five hundred genuine and three hundred invented, three of ten written blind", () => {
  expect(together.genuine.length).toBeGreaterThanOrEqual(500);
  expect(together.invented.length).toBeGreaterThanOrEqual(300);
  expect(unseen.genuine.length).toBeGreaterThanOrEqual(together.genuine.length * 0.3);
  expect(unseen.invented.length).toBeGreaterThanOrEqual(together.invented.length * 0.3);
});
