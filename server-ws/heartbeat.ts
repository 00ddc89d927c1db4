/** Tells the database every few seconds that this process is alive in a role; /readyz looks at that. */
import { randomUUID } from "node:crypto";
import { beat, stopBeating } from "#lib/db/system.ts";
import type { Log } from "#lib/log.ts";

export interface Heartbeat {
  close(): Promise<void>;
}

const EVERY_MS = 5_000;

/** Beats while `isAlive`. The first beat is in the database when this resolves (or the trouble is logged). */
export async function startHeartbeat(role: string, isAlive: () => boolean, log: Log): Promise<Heartbeat> {
  const instance = randomUUID();
  let failing = false;
  const once = async () => {
    if (!isAlive()) return;
    await beat(role, instance).then(
      () => {
        failing = false;
      },
      (error: unknown) => {
        if (!failing) log.error({ err: error, role }, "no heartbeat: the database cannot be reached");
        failing = true;
      },
    );
  };
  await once();
  const timer = setInterval(once, EVERY_MS);
  return {
    async close() {
      clearInterval(timer);
      // Without a database nobody can be told; the beat grows old by itself.
      await stopBeating(role, instance).catch(() => {});
    },
  };
}
