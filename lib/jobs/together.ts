/** One of several that wait to be written. */
interface Waiting<T> {
  item: T;
  resolve: () => void;
  reject: (error: unknown) => void;
}

/** So many at once; what is more waits for the next writing. */
const MOST = 100;

/**
 * Writes one after another, none sooner than `apartMs` after the one before it began, and whatever comes meanwhile together:
 * with little to do nothing waits, and with much to do the same number of writings carries more. What is given back resolves
 * when its item is written, and rejects when it is not.
 */
export function together<T>(write: (items: T[]) => Promise<void>, apartMs = 0): (item: T) => Promise<void> {
  const waiting: Waiting<T>[] = [];
  let writing = false;
  let lastAt = Number.NEGATIVE_INFINITY;

  const writeAll = async () => {
    writing = true;
    while (waiting.length > 0) {
      const early = lastAt + apartMs - performance.now();
      if (early > 0) await new Promise((resolve) => setTimeout(resolve, early));
      lastAt = performance.now();
      const next = waiting.splice(0, MOST);
      try {
        await write(next.map(({ item }) => item));
        for (const { resolve } of next) resolve();
      } catch (error) {
        for (const { reject } of next) reject(error);
      }
    }
    writing = false;
  };

  return (item) =>
    new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject });
      if (!writing) void writeAll();
    });
}
