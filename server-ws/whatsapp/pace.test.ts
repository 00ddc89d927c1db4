import { expect, it } from "vitest";
import { Pace } from "./pace.ts";

it("lets a few go at once, then as many as fit into a minute, with a pause that is never the same", () => {
  let now = 0;
  let chance = 0;
  const pace = new Pace({ burst: 3, perMinute: 20, jitterMs: 900, now: () => now, chance: () => chance });
  expect([pace.take(), pace.take(), pace.take()]).toEqual([0, 0, 0]);
  expect([pace.take(), pace.take()]).toEqual([3000, 6000]);
  now += 9000;
  chance = 0.5;
  expect(pace.take()).toBe(450);
  now += 600_000;
  chance = 0;
  expect([pace.take(), pace.take(), pace.take(), pace.take()]).toEqual([0, 0, 0, 3000]);
});
