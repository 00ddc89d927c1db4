/** The real client, Baileys, connected to the simulator: what it reports is kept, and can be waited for. */
import type {
  AuthenticationState,
  BaileysEventMap,
  ConnectionState,
  UserFacingSocketConfig,
  WASocket,
} from "@whiskeysockets/baileys";
import { memoryKeys } from "../accounts/memory-keys.ts";
import type { WhatsAppWeb } from "../index.ts";
import { loadBaileys, silentLogger } from "../wire/baileys.ts";

type EventName = keyof BaileysEventMap;

export interface TestClient {
  socket: WASocket;
  auth: AuthenticationState;
  /** The first event of this name that fits, whether it has come or is still to come. Rejects after `ms`. */
  saw<N extends EventName>(
    name: N,
    fits?: (value: BaileysEventMap[N]) => boolean,
    ms?: number,
  ): Promise<BaileysEventMap[N]>;
  /** How many such events have come. */
  count<N extends EventName>(name: N, fits: (value: BaileysEventMap[N]) => boolean): number;
  close(): Promise<void>;
}

export async function newAuth(): Promise<AuthenticationState> {
  const { initAuthCreds } = await loadBaileys();
  return { creds: initAuthCreds(), keys: memoryKeys() };
}

export async function startClient(
  web: WhatsAppWeb,
  auth: AuthenticationState,
  config: Partial<UserFacingSocketConfig> = {},
): Promise<TestClient> {
  const { makeWASocket, WA_CERT_DETAILS } = await loadBaileys();
  WA_CERT_DETAILS.PUBLIC_KEY = Buffer.from(web.publicKey, "hex");
  const seen: { name: EventName; value: unknown }[] = [];
  const watchers = new Set<() => void>();
  const socket = makeWASocket({ waWebSocketUrl: web.url, auth, logger: silentLogger, ...config });
  socket.ev.process((events) => {
    let name: EventName;
    for (name in events) seen.push({ name, value: events[name] });
    for (const look of watchers) look();
  });
  // The client keeps its credentials itself up to date, as long as the object stays the same.
  const matching = <N extends EventName>(name: N, fits: (value: BaileysEventMap[N]) => boolean) =>
    seen.flatMap((event) => {
      const value = event.value as BaileysEventMap[N];
      return event.name === name && fits(value) ? [value] : [];
    });
  return {
    socket,
    auth,
    saw: (name, fits = () => true, ms = 10_000) =>
      new Promise((resolve, reject) => {
        const look = () => {
          const [found] = matching(name, fits);
          if (found !== undefined) done(() => resolve(found));
        };
        const done = (settle: () => void) => {
          clearTimeout(timer);
          watchers.delete(look);
          settle();
        };
        const timer = setTimeout(
          () =>
            done(() =>
              reject(new Error(`no such ${name} in ${ms} ms, but ${JSON.stringify(matching(name, () => true))}`)),
            ),
          ms,
        );
        watchers.add(look);
        look();
      }),
    count: (name, fits) => matching(name, fits).length,
    close: () => socket.end(undefined),
  };
}

/** The code with which a connection was closed. */
export function closeCode({ connection, lastDisconnect }: Partial<ConnectionState>): number | undefined {
  if (connection !== "close") return undefined;
  const error = lastDisconnect?.error;
  return error && "output" in error ? (error as { output: { statusCode: number } }).output.statusCode : undefined;
}
