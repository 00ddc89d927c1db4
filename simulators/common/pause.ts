import type { ServerResponse } from "node:http";

/** Waits, unless the client goes away first: then at once false. */
export function pause(ms: number, res: ServerResponse): Promise<boolean> {
  if (res.destroyed || res.closed) return Promise.resolve(false);
  if (ms <= 0) return Promise.resolve(true);
  return new Promise((resolve) => {
    const onClose = (): void => {
      clearTimeout(timer);
      resolve(false);
    };
    const timer = setTimeout(() => {
      res.removeListener("close", onClose);
      resolve(true);
    }, ms);
    res.once("close", onClose);
  });
}

/** Breaks the connection, after what was written before has left. */
export async function cut(res: ServerResponse): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve));
  res.socket?.destroy();
}
