/**
 * Does what is given for one key one after the other, in the order in which it was given; for different keys at once. What
 * fails keeps nobody behind it back.
 */
export function inLine(): (key: string, work: () => Promise<void>) => Promise<void> {
  const ends = new Map<string, Promise<unknown>>();
  return (key, work) => {
    const before = ends.get(key) ?? Promise.resolve();
    const done = before.then(work);
    const end = done.catch(() => {}).finally(() => ends.get(key) === end && ends.delete(key));
    ends.set(key, end);
    return done;
  };
}
