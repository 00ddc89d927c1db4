import { expect, it } from "vitest";
import { lastLine, sum } from "./totals.ts";

it("adds up what all steps counted, and mentions skipped tests only when there are any", () => {
  const total = sum([
    { passed: 3, failed: 0, skipped: 0 },
    { passed: 2, failed: 1, skipped: 2 },
  ]);
  expect(lastLine(total)).toBe("5 passed, 1 failed, 2 skipped");
  expect(lastLine({ passed: 4, failed: 0, skipped: 0 })).toBe("4 passed, 0 failed");
});
