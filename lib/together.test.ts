import { setImmediate as turnOfTheLoop } from "node:timers/promises";
import { afterEach, expect, it, vi } from "vitest";
import { together } from "./together.ts";

/** A writing that takes until it is let go. */
function slowWriting(manner?: Parameters<typeof together>[1]) {
  const written: number[][] = [];
  const waiting: { done: () => void; fail: (error: Error) => void }[] = [];
  const add = together((items: number[]) => {
    written.push(items);
    return new Promise<string[]>((resolve, fail) =>
      waiting.push({ done: () => resolve(items.map((item) => `wrote ${item}`)), fail }),
    );
  }, manner);
  /** The writing that waits, as soon as it has begun. */
  const next = async () => {
    for (;;) {
      const begun = waiting.shift();
      if (begun) return begun;
      await turnOfTheLoop();
    }
  };
  return { add, written, next };
}

afterEach(() => void vi.useRealTimers());

it("writes the first at once, and what comes meanwhile together", async () => {
  const { add, written, next } = slowWriting();
  const added = [1, 2, 3].map(add);
  expect(written).toEqual([[1]]);
  (await next()).done();
  await added[0];
  (await next()).done();
  expect(written).toEqual([[1], [2, 3]]);
  expect(await Promise.all(added)).toEqual(["wrote 1", "wrote 2", "wrote 3"]);
  const alone = add(4);
  (await next()).done();
  expect(written).toEqual([[1], [2, 3], [4]]);
  await alone;
});

it("tells everybody whose writing failed, and nobody else", async () => {
  const { add, next } = slowWriting();
  const [first, second, third] = [add(1), add(2), add(3)];
  (await next()).done();
  await first;
  (await next()).fail(new Error("away"));
  await expect(second).rejects.toThrow("away");
  await expect(third).rejects.toThrow("away");
  const fourth = add(4);
  (await next()).done();
  await fourth;
});

it("writes one by one what cannot be written together, where that is asked for", async () => {
  const { add, written, next } = slowWriting({ elseAlone: true });
  const added = [1, 2, 3, 4].map(add);
  (await next()).done();
  await added[0];
  (await next()).fail(new Error("one of them"));
  (await next()).done();
  expect(written).toEqual([[1], [2, 3, 4], [2]]);
  expect(await added[1]).toBe("wrote 2");
  (await next()).fail(new Error("it is this one"));
  await expect(added[2]).rejects.toThrow("it is this one");
  (await next()).done();
  expect(await added[3]).toBe("wrote 4");
});

it("takes a hundred at a time", async () => {
  const { add, written, next } = slowWriting();
  const added = Array.from({ length: 151 }, (_, n) => add(n));
  for (let n = 0; n < 3; n++) {
    (await next()).done();
    await added[n * 100];
  }
  expect(written.map(({ length }) => length)).toEqual([1, 100, 50]);
  await Promise.all(added);
});

it("writes again only so long after the last writing began, and at once after a longer pause", async () => {
  vi.useFakeTimers();
  const { add, written, next } = slowWriting({ apartMs: 20 });
  const first = add(1);
  (await next()).done();
  await first;
  const [second, third] = [add(2), add(3)];
  await vi.advanceTimersByTimeAsync(19);
  expect(written).toEqual([[1]]);
  await vi.advanceTimersByTimeAsync(1);
  expect(written).toEqual([[1], [2, 3]]);
  (await next()).done();
  await Promise.all([second, third]);
  await vi.advanceTimersByTimeAsync(20);
  void add(4);
  expect(written).toEqual([[1], [2, 3], [4]]);
});
