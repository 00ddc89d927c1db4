import { expect, it } from "vitest";
import { LEAST_STOPPED, MOST_DROPPED, outcome } from "./testing/outcome.ts";
import { readLabelled } from "./testing/read-labelled.ts";

const sets = (names: string[]) => ({
  genuine: names.flatMap((name) => readLabelled(`${name}genuine`)),
  invented: names.flatMap((name) => readLabelled(`${name}invented`)),
});
// The first blind set changed the judge once it had been judged, and is blind no more: only these two still are.
const unseen = sets(["unseen-second-", "unseen-third-"]);
const together = sets(["", "unseen-first-", "unseen-second-", "unseen-third-"]);

it.each([
  ["by the first who had not seen the judge, whose rows changed it", sets(["unseen-first-"])],
  ["by the second who had not seen the judge", sets(["unseen-second-"])],
  ["by the third who had not seen the judge", sets(["unseen-third-"])],
  ["by all authors together", together],
])("the labelled utterances written %s: hardly a genuine one is dropped, hardly an invented one answered", (_, set) => {
  const { dropped, stopped, figures } = outcome(set);
  expect(dropped, figures).toBeLessThanOrEqual(MOST_DROPPED);
  expect(stopped, figures).toBeGreaterThanOrEqual(LEAST_STOPPED);
});

it("are five hundred genuine and three hundred invented, three of ten of them blind to this day", () => {
  expect(together.genuine.length).toBeGreaterThanOrEqual(500);
  expect(together.invented.length).toBeGreaterThanOrEqual(300);
  expect(unseen.genuine.length).toBeGreaterThanOrEqual(together.genuine.length * 0.3);
  expect(unseen.invented.length).toBeGreaterThanOrEqual(together.invented.length * 0.3);
});
