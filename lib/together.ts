/** One of several that wait to be written. */
interface Waiting<T, R> {
  item: T;
  resolve: (result: R) => void;
  reject: (error: unknown) => void;
}

export type OneOrMore<T> = [T, ...T[]];

interface Manner {
  /** No writing begins sooner after the one before it began. */
  apartMs?: number;
  /** What cannot be written together is written one by one, so that one that can never be written keeps no other back. */
  elseAlone?: boolean;
}

/** So many at once; what is more waits for the next writing. */
const MOST = 100;

/**
 * Writes one after another, and whatever comes meanwhile together: with little to do nothing waits, and with much to do the
 * same number of writings carries more. `write` gives a result for each item, in their order. What is given back resolves
 * when its item is written, and rejects when it is not.
 */
export function together<T, R>(
  write: (items: OneOrMore<T>) => Promise<readonly R[]>,
  { apartMs = 0, elseAlone = false }: Manner = {},
): (item: T) => Promise<R> {
  const waiting: Waiting<T, R>[] = [];
  let writing = false;
  let lastAt = Number.NEGATIVE_INFINITY;

  const writeThese = async (these: Waiting<T, R>[]): Promise<void> => {
    const [first, ...others] = these;
    if (!first) return;
    try {
      const results = await write([first.item, ...others.map(({ item }) => item)]);
      for (const [index, result] of results.entries()) these[index]?.resolve(result);
    } catch (error) {
      if (elseAlone && others.length > 0) for (const one of these) await writeThese([one]);
      else for (const { reject } of these) reject(error);
    }
  };

  const writeAll = async () => {
    writing = true;
    while (waiting.length > 0) {
      const early = lastAt + apartMs - performance.now();
      if (early > 0) await new Promise((resolve) => setTimeout(resolve, early));
      lastAt = performance.now();
      await writeThese(waiting.splice(0, MOST));
    }
    writing = false;
  };

  return (item) =>
    new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject });
      if (!writing) void writeAll();
    });
}

/** The same, apart for each key: what is written under one keeps those of no other waiting. There must not be many keys. */
export function togetherBy<T, R>(
  keyOf: (item: T) => string,
  write: (items: OneOrMore<T>) => Promise<readonly R[]>,
  manner?: Manner,
): (item: T) => Promise<R> {
  const writers = new Map<string, (item: T) => Promise<R>>();
  return (item) => {
    const key = keyOf(item);
    const writer = writers.get(key) ?? together(write, manner);
    writers.set(key, writer);
    return writer(item);
  };
}
