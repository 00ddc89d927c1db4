/** One of several that wait to be written. */
interface Waiting<T> {
  item: T;
  resolve: () => void;
  reject: (error: unknown) => void;
}

/** So many at once; what is more waits for the next writing. */
const MOST = 100;

/**
 * Writes one after another, and whatever comes while one is being written together: with little to do nothing waits, and
 * with much to do the same number of writings carries more. What is given back resolves when its item is written, and rejects
 * when it is not.
 */
export function together<T>(write: (items: T[]) => Promise<void>): (item: T) => Promise<void> {
  const waiting: Waiting<T>[] = [];
  let writing = false;

  const writeAll = async () => {
    writing = true;
    for (let next = waiting.splice(0, MOST); next.length > 0; next = waiting.splice(0, MOST)) {
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
