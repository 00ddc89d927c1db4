import { expect, it } from "vitest";
import { together } from "./together.ts";

/** A writing that takes until it is let go. */
function slowWriting() {
  const written: number[][] = [];
  const waiting: { done: () => void; fail: (error: Error) => void }[] = [];
  const add = together<number>((items) => {
    written.push(items);
    return new Promise((done, fail) => waiting.push({ done, fail }));
  });
  return { add, written, next: () => waiting.shift() };
}

it("writes the first at once, and what comes meanwhile together", async () => {
  const { add, written, next } = slowWriting();
  const added = [1, 2, 3].map(add);
  expect(written).toEqual([[1]]);
  next()?.done();
  await added[0];
  expect(written).toEqual([[1], [2, 3]]);
  next()?.done();
  await Promise.all(added);
  const alone = add(4);
  expect(written).toEqual([[1], [2, 3], [4]]);
  next()?.done();
  await alone;
});

it("tells everybody whose writing failed, and nobody else", async () => {
  const { add, next } = slowWriting();
  const [first, second, third] = [add(1), add(2), add(3)];
  next()?.done();
  await first;
  next()?.fail(new Error("away"));
  await expect(second).rejects.toThrow("away");
  await expect(third).rejects.toThrow("away");
  const fourth = add(4);
  next()?.done();
  await fourth;
});

it("takes a hundred at a time", async () => {
  const { add, written, next } = slowWriting();
  const added = Array.from({ length: 151 }, (_, n) => add(n));
  for (let n = 0; n < 3; n++) {
    next()?.done();
    await added[n * 100];
  }
  expect(written.map(({ length }) => length)).toEqual([1, 100, 50]);
  await Promise.all(added);
});
