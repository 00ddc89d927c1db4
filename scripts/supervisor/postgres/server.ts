import { spawn } from "node:child_process";
import { closeSync, existsSync, openSync, realpathSync, renameSync, statSync } from "node:fs";
import { join } from "node:path";
import postgres from "postgres";
import { readText } from "../files.ts";
import { identify, isStillRunning, type ProcessIdentity } from "../processes.ts";
import { codeOf, Trouble } from "../trouble.ts";
import { pollUntil } from "../wait.ts";
import { type Account, databaseAccount } from "./account.ts";
import { type Binaries, findBinaries } from "./binaries.ts";
import { findHome, makeHome } from "./home.ts";
import { asAccount, initdb } from "./initdb.ts";
import { runningPostmaster } from "./postmaster.ts";

export type PostgresOptions = {
  dataDir: string;
  /** The owner's password; a cluster keeps the one it was made with. */
  password: string;
  /** The port to use when the server is not running already. */
  port: number;
  note: (line: string) => void;
  /** Settings on top of the usual ones, for tests. */
  settings?: Readonly<Record<string, string>>;
};

export type PostgresServer = {
  port: number;
  home: string;
  pid: number;
  adopted: boolean;
  /** An owner's connection string for one of its databases. */
  url: (database: string) => string;
  isAlive: () => boolean;
  /** Fast shutdown: open transactions are rolled back, everything committed is safe on disk. */
  stop: () => Promise<void>;
};

/**
 * Starts the embedded PostgreSQL of a data folder, making the cluster first when there is none, or adopts the one that
 * a killed supervisor left running. It runs in a session of its own, so that Ctrl-C does not reach it.
 * @throws Trouble for another major version, a lost password or a server that does not start.
 */
export async function startPostgres(options: PostgresOptions): Promise<PostgresServer> {
  const account = databaseAccount();
  const binaries = findBinaries(account);
  const found = findHome(options.dataDir, options.note);
  const home =
    found ??
    (await makeHome(options.dataDir, account, (folder) => initdb(binaries, account, folder, options.password)));
  requireSameMajor(home.path, binaries);

  const adopted = await adopt(home.path, options);
  if (adopted !== undefined) return adopted;
  return launch(home.path, account, binaries, options);
}

function requireSameMajor(home: string, binaries: Binaries): void {
  const made = readText(join(home, "PG_VERSION"))?.trim();
  if (made === binaries.major) return;
  throw new Trouble(
    `The database in ${home} was made by PostgreSQL ${made}, and this version of Moked brings PostgreSQL ${binaries.major}. ` +
      `Nothing was changed. Start it with a version of Moked that brings PostgreSQL ${made} and move the data from there, ` +
      "or choose another DATA_DIR for a new database.",
  );
}

/** Takes over a server that already runs on this cluster; waits for one that is just starting, stopping or dying. */
async function adopt(home: string, options: PostgresOptions): Promise<PostgresServer | undefined> {
  const settled = await pollUntil(15_000, 50, async () => {
    const running = runningPostmaster(home);
    if (running === undefined) return { server: undefined };
    if (running.status !== "ready" || !(await isThatCluster(home, running.port, options.password))) return undefined;
    const identity = identify(running.pid);
    return identity === undefined ? undefined : { server: asServer(home, running.port, identity, options, true) };
  });
  if (settled !== undefined) return settled.server;
  throw new Trouble(`PostgreSQL on ${home} neither starts nor stops; see ${logOf(options)}.`);
}

/**
 * Whether the port answers for this cluster; false while nobody answers there.
 * @throws Trouble when it is another cluster, or ours with another password.
 */
async function isThatCluster(home: string, port: number, password: string): Promise<boolean> {
  const sql = postgres(ownerUrl(port, password, "postgres"), { max: 1, connect_timeout: 5, onnotice: () => {} });
  try {
    const [row] = await sql<{ directory: string }[]>`select current_setting('data_directory') as directory`;
    if (row !== undefined && realpathSync(row.directory) === home) return true;
    throw new Trouble(`Port ${port} answers for another database (${row?.directory}) than ${home}.`);
  } catch (error) {
    if (notAnswering.has(codeOf(error) ?? "")) return false;
    if (codeOf(error) !== "28P01") throw error;
    throw new Trouble(
      `The database in ${home} does not accept the password in secrets.json. Put back the secrets.json that belongs to ` +
        "this DATA_DIR, or start with an empty DATA_DIR.",
      { cause: error },
    );
  } finally {
    await sql.end({ timeout: 1 });
  }
}

/** Nobody there, or (57P01 to 57P03) a server that is going down or coming up. */
const notAnswering = new Set(["ECONNREFUSED", "ECONNRESET", "CONNECTION_CLOSED", "57P01", "57P02", "57P03"]);

async function launch(
  home: string,
  account: Account,
  binaries: Binaries,
  options: PostgresOptions,
): Promise<PostgresServer> {
  // After a kill -9 of the postmaster its children need a moment to notice; until then a start is refused.
  const deadline = Date.now() + 10_000;
  for (;;) {
    const identity = await tryLaunch(home, account, binaries, options);
    if (identity !== undefined && (await isThatCluster(home, options.port, options.password))) {
      return asServer(home, options.port, identity, options, false);
    }
    if (Date.now() > deadline) {
      throw new Trouble(`PostgreSQL did not start on ${home}. The end of ${logOf(options)}:\n${logTail(options)}`);
    }
  }
}

async function tryLaunch(
  home: string,
  account: Account,
  binaries: Binaries,
  options: PostgresOptions,
): Promise<ProcessIdentity | undefined> {
  const log = openLog(options);
  const args = ["-D", home, "-p", String(options.port)];
  for (const [name, value] of Object.entries({ ...settings, ...options.settings })) args.push("-c", `${name}=${value}`);
  const child = spawn(binaries.postgres, args, {
    cwd: "/",
    detached: true,
    stdio: ["ignore", log, log],
    ...asAccount(account),
  });
  closeSync(log);
  const failed = new Promise<Error>((resolve) => child.once("error", resolve));
  let exited = false;
  child.once("exit", () => {
    exited = true;
  });
  child.unref();
  if (child.pid === undefined) throw await failed;
  const ready = await pollUntil(60_000, 15, () => {
    if (exited) return "exited";
    const running = runningPostmaster(home);
    return running?.pid === child.pid && running?.status === "ready" ? "ready" : undefined;
  });
  if (ready === undefined) process.kill(child.pid, "SIGINT");
  return ready === "ready" ? identify(child.pid) : undefined;
}

const settings = {
  listen_addresses: "127.0.0.1",
  unix_socket_directories: "",
  max_connections: "100",
  shared_buffers: "256MB",
  fsync: "on",
  synchronous_commit: "on",
  wal_compression: "on",
  // A new business's tables grow fast; plans that were made while they were empty are kept until they are looked at again.
  autovacuum_naptime: "15s",
  timezone: "UTC",
  log_timezone: "UTC",
  log_min_messages: "warning",
  log_checkpoints: "off",
} as const;

function asServer(
  home: string,
  port: number,
  identity: ProcessIdentity,
  options: PostgresOptions,
  adopted: boolean,
): PostgresServer {
  return {
    port,
    home,
    pid: identity.pid,
    adopted,
    url: (database) => ownerUrl(port, options.password, database),
    isAlive: () => isStillRunning(identity),
    stop: () => stopFast(identity, options),
  };
}

async function stopFast(identity: ProcessIdentity, options: PostgresOptions): Promise<void> {
  if (!isStillRunning(identity)) return;
  process.kill(identity.pid, "SIGINT");
  const gone = () => (isStillRunning(identity) ? undefined : true);
  if ((await pollUntil(20_000, 15, gone)) === true) return;
  // "Immediate": nothing committed is lost, the next start just replays the log.
  process.kill(identity.pid, "SIGQUIT");
  if ((await pollUntil(5_000, 15, gone)) === undefined) {
    options.note(`PostgreSQL (process ${identity.pid}) does not stop; see ${logOf(options)}.`);
  }
}

function ownerUrl(port: number, password: string, database: string): string {
  return `postgres://postgres:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`;
}

function openLog(options: PostgresOptions): number {
  const path = logOf(options);
  if (existsSync(path) && statSync(path).size > 10 * 1024 * 1024) renameSync(path, `${path}.1`);
  return openSync(path, "a", 0o600);
}

function logTail(options: PostgresOptions): string {
  return (readText(logOf(options)) ?? "").trim().split("\n").slice(-8).join("\n");
}

function logOf(options: PostgresOptions): string {
  return join(options.dataDir, "postgres.log");
}
