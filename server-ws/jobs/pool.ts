/** The connections of the job worker: as the owner, because graphile-worker's tables are not the app's. */
import { Pool } from "pg";
import type { Log } from "#lib/log.ts";

const CONNECTIONS = 10;
/**
 * The next job is found by its index. The plan for that is made while hardly any job waits, when reading all of them looks
 * cheaper, and kept: of a broadcast to thousands every look would then read them all.
 */
const BY_INDEX = "-c enable_seqscan=off -c enable_bitmapscan=off";

/**
 * A pool whose connections may be lost at any time: the next query says so. Without somebody who listens, a lost connection
 * is the end of the process, and graphile-worker stops listening while connections of its own pool are still being made.
 */
export function jobPool(databaseUrl: string, log: Log): Pool {
  const lost = (error: Error) => log.warn({ err: error }, "a connection of the job worker was lost");
  const pool = new Pool({ connectionString: databaseUrl, max: CONNECTIONS, options: BY_INDEX });
  pool.on("error", lost);
  pool.on("connect", (client) => client.on("error", lost));
  return pool;
}
