import { afterEach, expect, it, vi } from "vitest";
import { together } from "./together.ts";

/** A writing that takes until it is let go. */
function slowWriting(apartMs?: number) {
  const written: number[][] = [];
  const waiting: { done: () => void; fail: (error: Error) => void }[] = [];
  const add = together<number>((items) => {
    written.push(items);
    return new Promise((done, fail) => waiting.push({ done, fail }));
  }, apartMs);
  return { add, written, next: () => waiting.shift() };
}

afterEach(() => void vi.useRealTimers());

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

it("writes again only so long after the last writing began, and at once after a longer pause", async () => {
  vi.useFakeTimers();
  const { add, written, next } = slowWriting(20);
  const first = add(1);
  next()?.done();
  await first;
  const [second, third] = [add(2), add(3)];
  await vi.advanceTimersByTimeAsync(19);
  expect(written).toEqual([[1]]);
  await vi.advanceTimersByTimeAsync(1);
  expect(written).toEqual([[1], [2, 3]]);
  next()?.done();
  await Promise.all([second, third]);
  await vi.advanceTimersByTimeAsync(20);
  void add(4);
  expect(written).toEqual([[1], [2, 3], [4]]);
});
