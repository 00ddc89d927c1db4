import { mkdirSync, mkdtempSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { endLeftovers } from "../supervisor/leftovers.ts";
import { takeLock } from "../supervisor/lock.ts";
import { findHome, removeDataDir } from "../supervisor/postgres/home.ts";
import { runningPostmaster } from "../supervisor/postgres/postmaster.ts";
import { Trouble } from "../supervisor/trouble.ts";
import { pollUntil } from "../supervisor/wait.ts";

/** What a run of `npm test` has for itself: folders of its own and an environment without the operator's settings. */
export type Workspace = { root: string; dir: string; env: NodeJS.ProcessEnv; distDir: string; remove: () => void };

/** The data folders in a workspace: a database's, and those of the products that are started. */
const dataFolders = ["vitest", "product", "calls"] as const;
export type ProductFolder = Exclude<(typeof dataFolders)[number], "vitest">;

const kept = /^(PATH|HOME|USER|LOGNAME|SHELL|LANG|LC_ALL|TMPDIR|TERM|CI|PLAYWRIGHT_CHROMIUM|NODE_EXTRA_CA_CERTS)$/;
const keptToo = /^(https?_proxy|no_proxy|npm_config_.*)$/i;

/** Opens the workspace; waits for another run of `npm test` in the same project, whose build folder it shares. */
export async function openWorkspace(root: string): Promise<Workspace> {
  const data = join(root, ".data");
  const lockDir = join(data, "test-lock");
  let said = false;
  const lock = await pollUntil(30 * 60_000, 500, () => {
    try {
      return takeLock(lockDir, "npm test");
    } catch (error) {
      if (!(error instanceof Trouble)) throw error;
      if (!said) console.log("Another npm test is running in this project; waiting for it.");
      said = true;
      return undefined;
    }
  });
  if (lock === undefined) throw new Trouble("Another npm test has been running in this project for half an hour.");
  await removeLeftovers(data);
  mkdirSync(data, { recursive: true });
  const dir = mkdtempSync(join(data, "test-"));
  const remove = () => {
    for (const part of dataFolders) removeDataDir(join(dir, part));
    removeDataDir(dir);
    lock.release();
  };
  return { root, dir, env: cleanEnvironment(root), distDir: ".next-test", remove };
}

/** This shell's environment without the operator's settings, so that what is started is a simulation of its own. */
export function cleanEnvironment(root: string): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(([name]) => kept.test(name) || keptToo.test(name));
  const PATH = `${root}/node_modules/.bin:${process.env.PATH ?? "/usr/bin:/bin"}`;
  return { NODE_ENV: "test", ...Object.fromEntries(own), PATH, NEXT_TELEMETRY_DISABLED: "1" };
}

/** What a killed run has left: its processes by their records, its databases by their pid files. */
async function removeLeftovers(data: string): Promise<void> {
  for (const name of readdirSync(data).filter((name) => /^test-(?!lock$)/.test(name))) {
    for (const part of dataFolders) await discardDataDir(join(data, name, part));
    removeDataDir(join(data, name));
  }
}

/** Ends whatever still runs on a data folder that nobody holds any more, its database too, and removes the folder. */
export async function discardDataDir(dataDir: string): Promise<void> {
  await endLeftovers(dataDir, console.log);
  const home = findHome(dataDir, () => {});
  const running = home === undefined ? undefined : runningPostmaster(home.path);
  if (home !== undefined && running !== undefined) {
    process.kill(running.pid, "SIGINT");
    await pollUntil(10_000, 50, () => (runningPostmaster(home.path) === undefined ? true : undefined));
  }
  removeDataDir(dataDir);
}
