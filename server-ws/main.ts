/** What stays connected: starts the roles that ROLES names, and lets them end in order when told to. */
import { env } from "#lib/config/env.ts";
import { closeDatabase } from "#lib/db/client.ts";
import { log } from "#lib/log.ts";
import { startFront } from "./front.ts";
import { startHeartbeat } from "./heartbeat.ts";
import { jobHandlers } from "./jobs/registry.ts";
import { startWorkers } from "./jobs/workers.ts";
import { createMetrics } from "./metrics.ts";
import { startWhatsapp } from "./whatsapp/sessions.ts";

const config = env();
const lines = log().child({ process: "server-ws", roles: config.ROLES });
/** In the order of their start; closed in the opposite one. */
const running: { close(): Promise<void> }[] = [];
let stopping = false;

process.on("uncaughtException", (error) => {
  // Nothing can be trusted after this; whoever started us starts us again.
  lines.fatal({ err: error }, "uncaught");
  lines.flush(() => process.exit(1));
  setTimeout(() => process.exit(1), 500).unref();
});
process.on("SIGTERM", () => void stop("SIGTERM"));
process.on("SIGINT", () => void stop("SIGINT"));

await start();

async function start(): Promise<void> {
  const metrics = createMetrics();
  if (config.ROLES.includes("jobs")) {
    const { DATABASE_URL } = config;
    if (!DATABASE_URL) throw new Error("DATABASE_URL is not set");
    const worker = await startWorkers({
      databaseUrl: DATABASE_URL,
      handlers: jobHandlers(config),
      metrics,
      log: lines,
    });
    running.push(worker, await startHeartbeat("jobs", () => worker.isRunning(), lines));
  }
  if (config.ROLES.includes("whatsapp")) running.push(await startWhatsapp(config, lines));
  if (["edge", "media", "events"].some((role) => config.ROLES.includes(role))) {
    running.push(await startFront(config, metrics, lines));
  }
  lines.info("ready");
}

/** A second signal is no "force": it is the same wish again. */
async function stop(signal: string): Promise<void> {
  if (stopping) return;
  stopping = true;
  lines.info({ signal }, "stopping");
  for (const part of running.reverse()) {
    await part.close().catch((error: unknown) => lines.error({ err: error }, "a part did not stop cleanly"));
  }
  await closeDatabase();
  lines.info("stopped");
  lines.flush(() => process.exit(0));
}
