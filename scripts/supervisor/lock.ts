import { linkSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { makeFolder, readJson } from "./files.ts";
import { identify, isStillRunning, type ProcessIdentity } from "./processes.ts";
import { codeOf, Trouble } from "./trouble.ts";

const holderSchema = z.object({ pid: z.number(), boot: z.string(), startTicks: z.string(), url: z.string() });
type Holder = ProcessIdentity & { url: string };

/**
 * Makes this process the only owner of a data folder. A lock whose process is gone (kill -9, power cut) is taken over.
 * @throws Trouble when another supervisor owns the folder.
 */
export function takeLock(dataDir: string, url: string): { release: () => void } {
  makeFolder(dataDir);
  const path = join(dataDir, "supervisor.lock");
  const self = identify(process.pid);
  if (self === undefined) throw new Error("this process does not see itself in /proc");
  const draft = join(dataDir, `supervisor.lock.${process.pid}`);
  writeFileSync(draft, JSON.stringify({ ...self, url } satisfies Holder), { mode: 0o600 });
  try {
    for (let attempt = 0; attempt < 5; attempt += 1) {
      if (linkExclusively(draft, path)) return { release: () => releaseLock(path, self) };
      const holder = readJson(path, holderSchema);
      if (holder !== undefined && isStillRunning(holder)) throw new Trouble(alreadyRunning(dataDir, holder));
      setStaleAside(path);
    }
  } finally {
    rmSync(draft, { force: true });
  }
  throw new Trouble(`The lock ${path} keeps changing hands: is something starting Moked over and over on this folder?`);
}

/** Who owns a data folder right now. */
export function lockHolder(dataDir: string): Holder | undefined {
  const holder = readJson(join(dataDir, "supervisor.lock"), holderSchema);
  return holder !== undefined && isStillRunning(holder) ? holder : undefined;
}

function alreadyRunning(dataDir: string, holder: Holder): string {
  return (
    `Moked is already running on ${dataDir} (process ${holder.pid}, ${holder.url}). ` +
    "Stop that one first, or start this one with another DATA_DIR and PORT."
  );
}

/** A hard link appears with its content complete, and only one of several starters can make it. */
function linkExclusively(draft: string, path: string): boolean {
  try {
    linkSync(draft, path);
    return true;
  } catch (error) {
    if (codeOf(error) === "EEXIST") return false;
    throw error;
  }
}

/**
 * Renamed before it is removed: of two starters that saw the same stale lock only one can move it. What was moved is
 * looked at again, because the other one may have put its own lock there in between.
 */
function setStaleAside(path: string): void {
  const aside = `${path}.stale.${process.pid}`;
  try {
    renameSync(path, aside);
  } catch (error) {
    if (codeOf(error) === "ENOENT") return;
    throw error;
  }
  const moved = readJson(aside, holderSchema);
  if (moved !== undefined && isStillRunning(moved)) linkExclusively(aside, path);
  rmSync(aside, { force: true });
}

function releaseLock(path: string, self: ProcessIdentity): void {
  const holder = readJson(path, holderSchema);
  if (holder?.pid === self.pid && holder.startTicks === self.startTicks) rmSync(path, { force: true });
}
