import { env } from "../config/env.ts";
import { callsSince, jobCounts, messagesSince, pingDatabase, whatsappStates } from "../db/system.ts";
import { Forbidden } from "../errors.ts";
import { readiness } from "./readiness.ts";

const DAY_MS = 86_400_000;

/** The whole picture, for the platform's own people only. Throws Forbidden for everybody else. */
export async function detailedHealth(asker: { platformAdmin: boolean }) {
  if (!asker.platformAdmin) throw new Forbidden();
  const config = env();
  const { status, mode, ...parts } = await readiness();
  const database = await pingDatabase();
  const jobs = await jobCounts();
  const aDayAgo = new Date(Date.now() - DAY_MS);
  return {
    status,
    database: { ok: true, latencyMs: Math.round(database.latencyMs * 10) / 10, connections: database.connections },
    whatsapp: { provider: config.WHATSAPP_PROVIDER ?? null, state: parts.whatsapp, phones: await whatsappStates() },
    environment: {
      mode,
      missing: Object.entries(parts)
        .filter(([, state]) => state === "not_configured")
        .map(([name]) => name),
    },
    recentActivity: {
      calls24h: await callsSince(aDayAgo),
      messages24h: await messagesSince(aDayAgo),
      failedJobs: jobs.failed,
    },
  };
}
