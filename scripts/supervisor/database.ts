import type { DatabaseUrls } from "./environment.ts";
import type { Plan } from "./plan.ts";
import { findFree, isFree } from "./ports.ts";
import { type PostgresServer, startPostgres } from "./postgres/server.ts";
import { ensureDatabase, requireReachable, SchemaState } from "./schema.ts";
import type { Secrets } from "./secrets.ts";
import { Trouble } from "./trouble.ts";

const databaseName = "moked";
const watchEveryMs = 400;
const mostRestarts = 5;

/** The product's database: PostgreSQL of our own, kept running, or the operator's server. */
export type Database = {
  urls: DatabaseUrls;
  /** Absent for the operator's own server. */
  port: number | undefined;
  /** What has been done to it already; absent for the operator's own server, where every start looks. */
  state: SchemaState | undefined;
  stop: () => Promise<void>;
};

type Options = {
  plan: Plan;
  secrets: Secrets;
  port: number;
  root: string;
  note: (line: string) => void;
  gaveUp: (trouble: Trouble) => void;
};

/** Starts or adopts the embedded PostgreSQL, or takes the operator's as it is. */
export async function openDatabase(options: Options): Promise<Database> {
  const { plan, secrets } = options;
  if (plan.databaseUrl !== undefined) {
    await requireReachable(plan.databaseUrl);
    const app = plan.databaseAppUrl ?? asAppRole(plan.databaseUrl, secrets);
    return { urls: { owner: plan.databaseUrl, app }, port: undefined, state: undefined, stop: async () => {} };
  }
  const server = await start(options, options.port);
  if (server.adopted) options.note(`Adopted the database that was still running (process ${server.pid}).`);
  const owner = server.url(databaseName);
  const urls = { owner, app: asAppRole(owner, secrets) };
  const state = new SchemaState(options.root, server, urls.app);
  if (!state.isCurrent) await ensureDatabase(server, databaseName);
  const watch = keepRunning(server, options);
  return { urls, port: server.port, state, stop: watch.stop };
}

function asAppRole(ownerUrl: string, secrets: Secrets): string {
  const url = new URL(ownerUrl);
  url.username = "moked_app";
  url.password = secrets.appPassword;
  return url.href;
}

/** Starts it again, on its own port, when it dies under the running product. */
function keepRunning(first: PostgresServer, options: Options): { stop: () => Promise<void> } {
  let server = first;
  let restarting: Promise<void> | undefined;
  let restarts = 0;
  const timer = setInterval(() => {
    if (restarting !== undefined || server.isAlive()) return;
    restarts += 1;
    if (restarts > mostRestarts) {
      clearInterval(timer);
      options.gaveUp(
        new Trouble(`The database died ${restarts} times; giving up. See ${options.plan.dataDir}/postgres.log`),
      );
      return;
    }
    options.note("The database died and is started again.");
    restarting = start(options, first.port)
      .then((next) => {
        server = next;
        restarting = undefined;
      })
      .catch((error: unknown) => {
        clearInterval(timer);
        options.gaveUp(
          error instanceof Trouble ? error : new Trouble("The database cannot be restarted.", { cause: error }),
        );
      });
  }, watchEveryMs);
  return {
    stop: async () => {
      clearInterval(timer);
      await restarting;
      await server.stop();
    },
  };
}

async function start({ plan, secrets, note }: Options, wanted: number): Promise<PostgresServer> {
  const port = (await isFree(wanted)) ? wanted : await findFree();
  return startPostgres({ dataDir: plan.dataDir, password: secrets.databasePassword, port, note });
}
