import { randomInt } from "node:crypto";
import { createServer } from "node:http";
import { claimPort } from "../../scripts/supervisor/port-claim.ts";

/**
 * A port of loopback that nobody listens on right now, this process's until it ends: no other test and no product chooses
 * it. It is outside the range from which the kernel gives ports away: else somebody may be given it before it is used.
 */
export async function freePort(): Promise<number> {
  const port = randomInt(10_000, 20_000);
  if ((await claimPort(port)) === undefined) return freePort();
  const server = createServer();
  const free = await new Promise<boolean>((resolve) => {
    server.once("error", () => resolve(false));
    server.listen(port, "127.0.0.1", () => resolve(true));
  });
  if (!free) return freePort();
  await new Promise((resolve) => server.close(resolve));
  return port;
}
