/** The door of the staff's live sockets: who may listen, and who hears what. */
import type { IncomingMessage } from "node:http";
import { type WebSocket, WebSocketServer } from "ws";
import type { Context } from "#lib/context.ts";
import type { EventMessage, Presence, SaidPresence } from "#lib/events/schemas.ts";
import type { Log } from "#lib/log.ts";
import { refuseUpgrade, type UpgradeHandler } from "../edge/upgrades.ts";
import type { Metrics } from "../metrics.ts";
import { EventClient } from "./client.ts";

export interface EventsDoorOptions {
  publicUrl: URL;
  metrics: Metrics;
  log: Log;
  /** The person behind a Cookie header; null without a good session. */
  whoIs(cookie: string | null, requestId: string): Promise<Context | null>;
  lastEventId(ctx: Context): Promise<number>;
  eventsAfter(ctx: Context, after: number, limit: number): Promise<EventMessage[]>;
  /** Tells the colleagues where a person is. */
  tellPresence(ctx: Context, said: SaidPresence): Promise<void>;
  /** How often every session is looked up again; also the ping. */
  recheckEveryMs?: number;
}

export interface EventsDoor {
  upgrade: UpgradeHandler;
  /** Something new for this business. */
  news(businessId: string): void;
  /** Where somebody of this business is. */
  presence(businessId: string, told: Presence): void;
  /** Anybody may have missed something. */
  resume(): void;
  /** Sends everybody away; their browsers come back to whoever serves then. */
  close(): Promise<void>;
}

const RECHECK_EVERY_MS = 30_000;
const GOING_AWAY = 1001;

export function openEventsDoor(options: EventsDoorOptions): EventsDoor {
  const { log, metrics } = options;
  const server = new WebSocketServer({ noServer: true, maxPayload: 4 * 1024, perMessageDeflate: false });
  const clients = new Map<string, Set<EventClient>>();

  const everybody = () => [...clients.values()].flatMap((of) => [...of]);
  const timer = setInterval(() => {
    for (const client of everybody()) {
      client.recheck().catch((error: unknown) => log.warn({ err: error }, "a session cannot be looked up"));
    }
  }, options.recheckEveryMs ?? RECHECK_EVERY_MS);
  timer.unref();

  const eventsAfter = sharedWithinTick(options.eventsAfter);
  const welcome = (socket: WebSocket, ctx: Context, request: IncomingMessage, requestId: string) => {
    const client = new EventClient({
      ...options,
      eventsAfter,
      socket,
      ctx,
      after: afterOf(request),
      log: log.child({ request_id: requestId, business_id: ctx.businessId }),
      isStillGood: async () => {
        const now = await options.whoIs(request.headers.cookie ?? null, requestId);
        return now?.businessId === ctx.businessId;
      },
      onPresence: options.tellPresence,
      onDropped: () => metrics.eventClientsDropped.inc(),
    });
    const ofBusiness = clients.get(ctx.businessId) ?? new Set();
    clients.set(ctx.businessId, ofBusiness.add(client));
    metrics.eventClients.inc();
    socket.once("close", () => {
      ofBusiness.delete(client);
      if (ofBusiness.size === 0 && clients.get(ctx.businessId) === ofBusiness) clients.delete(ctx.businessId);
      metrics.eventClients.dec();
    });
    client.start().catch((error: unknown) => {
      log.error({ err: error, request_id: requestId }, "an event socket cannot start");
      client.close(1011);
    });
  };

  return {
    upgrade(request, socket, head, requestId) {
      if (!isSameOrigin(request, options.publicUrl)) return refuseUpgrade(socket, 403, requestId);
      options.whoIs(request.headers.cookie ?? null, requestId).then(
        (ctx) => {
          if (!ctx) return refuseUpgrade(socket, 401, requestId);
          server.handleUpgrade(request, socket, head, (accepted) => welcome(accepted, ctx, request, requestId));
        },
        (error: unknown) => {
          log.error({ err: error, request_id: requestId }, "a session cannot be looked up");
          refuseUpgrade(socket, 503, requestId);
        },
      );
    },
    news(businessId) {
      for (const client of clients.get(businessId) ?? []) client.news();
    },
    presence(businessId, told) {
      for (const client of clients.get(businessId) ?? []) client.presence(told);
    },
    resume() {
      for (const client of everybody()) client.news();
    },
    async close() {
      clearInterval(timer);
      for (const client of everybody()) client.close(GOING_AWAY);
      server.close();
    },
  };
}

/**
 * Everybody who watches a business has seen the same events and asks for the same next ones, all within the tick of one
 * notice: they share one answer. Later askers get their own, or they could miss what was committed in between.
 */
function sharedWithinTick(eventsAfter: EventsDoorOptions["eventsAfter"]): EventsDoorOptions["eventsAfter"] {
  const asked = new Map<string, Promise<EventMessage[]>>();
  return (ctx, after, limit) => {
    const key = `${ctx.businessId} ${after} ${limit}`;
    const known = asked.get(key);
    if (known) return known;
    const answer = eventsAfter(ctx, after, limit);
    asked.set(key, answer);
    queueMicrotask(() => asked.delete(key));
    return answer;
  };
}

/** A page of another site may not listen with our cookie: browsers always say where a websocket comes from. */
function isSameOrigin(request: IncomingMessage, publicUrl: URL): boolean {
  const { origin, host } = request.headers;
  if (!origin || !URL.canParse(origin)) return false;
  const from = new URL(origin);
  return from.origin === publicUrl.origin || (from.protocol === publicUrl.protocol && from.host === host);
}

function afterOf(request: IncomingMessage): number | null {
  const after = new URL(request.url ?? "/", "http://edge").searchParams.get("after");
  return after !== null && /^\d{1,15}$/.test(after) ? Number(after) : null;
}
