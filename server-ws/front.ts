/** What stands behind the public port: the edge, and behind it the phone's streams and the staff's live sockets. */
import path from "node:path";
import { spoken } from "#lib/calls/spoken.ts";
import { mediaStreamUrl } from "#lib/calls/stream-url.ts";
import { messageInstead } from "#lib/calls/twiml.ts";
import type { Env } from "#lib/config/env.ts";
import { jobCounts } from "#lib/db/system.ts";
import { tellPresence } from "#lib/events/presence.ts";
import { eventsAfter, lastEventId } from "#lib/events/queries.ts";
import { readiness } from "#lib/health/readiness.ts";
import type { Log } from "#lib/log.ts";
import { isSignedByTwilio } from "#lib/providers/telephony/twilio/signature.ts";
import { sayAndHangUp } from "#lib/providers/telephony/twilio/twiml.ts";
import { sessionFromCookie } from "#lib/users/session.ts";
import packageJson from "../package.json" with { type: "json" };
import type { UpgradeHandler } from "./edge/upgrades.ts";
import { type EdgeOptions, startEdge } from "./edge.ts";
import { type EventsDoor, openEventsDoor } from "./events/events-door.ts";
import { listenForNews } from "./events/listener.ts";
import { type MediaDoor, openMediaDoor } from "./media/media-door.ts";
import { createVad, type VadObserver } from "./media/vad/vad.ts";
import { mediaPorts } from "./media/wiring.ts";
import { type Metrics, measureJobs } from "./metrics.ts";

type Closing = () => Promise<void>;

/** How long running calls may go on after we were told to stop; then the network asks who takes them up. */
const DRAIN_MS = 20_000;
const REQUESTS_WITHIN_MS = 1_500;

/** Starts what ROLES names of edge, media and events. Rejects when the port is taken or the database cannot be reached. */
export async function startFront(config: Env, metrics: Metrics, log: Log): Promise<{ close(): Promise<void> }> {
  const upgrades = new Map<string, UpgradeHandler>();
  const closing: Closing[] = [];
  if (config.ROLES.includes("media")) {
    const { door, close } = await openMedia(config, metrics, log);
    upgrades.set("/ws/twilio-media", door.upgrade);
    closing.push(close);
  }
  if (config.ROLES.includes("events")) {
    const { door, close } = await openEvents(config, metrics, log);
    upgrades.set("/ws/events", door.upgrade);
    closing.push(close);
  }
  const edge = await startEdge(edgeOptions(config, upgrades, metrics, log));
  return {
    async close() {
      // The edge goes last: the network's questions about the calls that we hand over still come through it.
      await Promise.all(closing.map((close) => close()));
      await edge.close(REQUESTS_WITHIN_MS);
    },
  };
}

async function openMedia(config: Env, metrics: Metrics, log: Log): Promise<{ door: MediaDoor; close: Closing }> {
  const vad = await createVad({ observer: vadObserver(metrics, log) });
  const door = openMediaDoor({
    ports: mediaPorts(config),
    vad,
    metrics,
    log,
    streamUrl: mediaStreamUrl(),
    isSignedByTwilio: signedByTwilio(config),
    maxStreams: config.MAX_STREAMS,
  });
  const close = async () => {
    await door.close(DRAIN_MS);
    await vad.close();
  };
  return { door, close };
}

async function openEvents(config: Env, metrics: Metrics, log: Log): Promise<{ door: EventsDoor; close: Closing }> {
  const { DATABASE_APP_URL, publicUrl } = config;
  if (!DATABASE_APP_URL) throw new Error("DATABASE_APP_URL is not set");
  const door = openEventsDoor({
    publicUrl,
    metrics,
    log,
    whoIs: async (cookie, requestId) => (await sessionFromCookie(cookie, requestId))?.ctx ?? null,
    lastEventId,
    eventsAfter,
    tellPresence,
  });
  const listener = await listenForNews({
    databaseUrl: DATABASE_APP_URL,
    log,
    onNews: (businessId) => door.news(businessId),
    onPresence: (businessId, told) => door.presence(businessId, told),
    onResume: () => door.resume(),
  });
  const close = async () => {
    await door.close();
    await listener.close();
  };
  return { door, close };
}

function edgeOptions(config: Env, upgrades: Map<string, UpgradeHandler>, metrics: Metrics, log: Log): EdgeOptions {
  measureJobs(metrics.registry, jobCounts);
  const {
    MOKED_MODE,
    PORT,
    EDGE_TAKES_CONNECTIONS,
    NEXT_PORT,
    publicUrl,
    METRICS_TOKEN,
    GIT_COMMIT,
    BUILD_TIME,
    DATA_DIR,
    NODE_ENV,
  } = config;
  return {
    listen: EDGE_TAKES_CONNECTIONS
      ? "handed_over"
      : { port: PORT, ...(MOKED_MODE === "simulation" ? { host: "127.0.0.1" } : {}) },
    next: { host: "127.0.0.1", port: NEXT_PORT },
    publicUrl,
    log,
    own: {
      readiness,
      version: { name: packageJson.name, version: packageJson.version, commit: GIT_COMMIT, build_time: BUILD_TIME },
      metrics: metrics.registry,
      metricsToken: METRICS_TOKEN,
    },
    webhooks: {
      standIns: { takeMessage: messageInstead(spoken.takeMessage), thankYou: sayAndHangUp(spoken.messageKept) },
      isSignedByTwilio: signedByTwilio(config),
      onStandIn: (pathname) => metrics.webhookStandIns.inc({ path: pathname }),
    },
    undeliveredFolder: path.join(DATA_DIR, "undelivered-webhooks"),
    upgrades,
    development: NODE_ENV === "development",
    onRequest: ({ kind, status, tookMs }) => metrics.httpRequests.observe({ kind, status }, tookMs),
  };
}

/** The check of the webhooks' routes, for what the edge decides itself. */
function signedByTwilio({ TWILIO_AUTH_TOKEN, BYPASS_TWILIO_SIGNATURE, MOKED_MODE }: Env) {
  const bypassed = BYPASS_TWILIO_SIGNATURE && MOKED_MODE === "simulation";
  return (url: string, form: Record<string, string>, signature: string): boolean =>
    bypassed || isSignedByTwilio({ authToken: TWILIO_AUTH_TOKEN, signature, url, form });
}

function vadObserver(metrics: Metrics, log: Log): VadObserver {
  return {
    batch(size, tookMs, waitingFrames) {
      metrics.vadBatch.observe(size);
      metrics.vadInference.observe(tookMs);
      metrics.vadWaiting.set(waitingFrames);
    },
    framesDropped: (count) => metrics.vadDropped.inc(count),
    workerLost(reason) {
      metrics.vadRestarts.inc();
      log.error({ err: reason }, "the speech detector is started again");
    },
    listenerFailed: (error) => log.error({ err: error }, "a call failed on a probability"),
  };
}
