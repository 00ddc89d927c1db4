import { createServer } from "node:net";
import { codeOf } from "./trouble.ts";

/** A port that no other product on this machine will choose. */
export type PortClaim = { release: () => void };

/**
 * Claims a port for this process, from the choice until its last child has gone; undefined when another product has
 * it. A look whether it is free is not enough: two starts in the same second see the same, and a port is free again for
 * the moment in which a child is restarted. The claim is a name in Linux's abstract socket space, which has the same bounds
 * as the ports themselves and goes with the process, however that ends.
 */
export function claimPort(port: number): Promise<PortClaim | undefined> {
  return new Promise((resolve, reject) => {
    const holder = createServer((visitor) => visitor.destroy());
    holder.once("error", (error) => (codeOf(error) === "EADDRINUSE" ? resolve(undefined) : reject(error)));
    holder.listen({ path: `\0moked-port-${port}` }, () => {
      holder.unref();
      resolve({ release: () => holder.close() });
    });
  });
}
