import { randomBytes } from "node:crypto";
import {
  chmodSync,
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { codeOf } from "../trouble.ts";
import { type Account, canReach } from "./account.ts";
import { runningPostmaster } from "./postmaster.ts";

/**
 * Where a data folder's cluster lives: `DATA_DIR/postgres`. When the database's account may not walk into DATA_DIR
 * (root's home, a mktemp folder), that is a link to a folder of its own under /var/lib/moked. Nobody's permissions
 * are opened for it.
 */
export type ClusterHome = { path: string };

/** The home of a finished cluster, or undefined when there is none yet. A half-finished one is moved out of the way. */
export function findHome(dataDir: string, note: (line: string) => void): ClusterHome | undefined {
  const entry = join(dataDir, "postgres");
  if (lstatSync(entry, { throwIfNoEntry: false }) === undefined) return undefined;
  if (existsSync(join(entry, "PG_VERSION")) && existsSync(join(entry, "global/pg_control"))) {
    return { path: realpathSync(entry) };
  }
  // Never deleted: if this was a database after all, it can still be looked at.
  const aside = `${entry}.unfinished-${Date.now()}`;
  renameSync(entry, aside);
  note(`The database folder was half-finished; it was moved to ${aside} and is made anew.`);
  return undefined;
}

/**
 * Makes a new cluster's home: `fill` works on a draft folder that belongs to the account, and only when it is done
 * does the folder get its name, so that an interrupted start leaves nothing that looks like a database.
 */
export async function makeHome(
  dataDir: string,
  account: Account,
  fill: (folder: string) => Promise<void>,
): Promise<ClusterHome> {
  for (const name of readdirSync(dataDir)) {
    if (name.startsWith("postgres.draft-")) rmSync(join(dataDir, name), { recursive: true, force: true });
  }
  const entry = join(dataDir, "postgres");
  const inside = canReach(account, dataDir);
  const draft = inside ? join(dataDir, `postgres.draft-${process.pid}`) : outsideFolder(dataDir);
  mkdirSync(draft, { mode: 0o700 });
  if (account.switched) chownSync(draft, account.uid, account.gid);
  try {
    await fill(draft);
  } catch (error) {
    rmSync(inside ? draft : dirname(draft), { recursive: true, force: true });
    throw error;
  }
  if (inside) renameSync(draft, entry);
  else symlinkSync(draft, entry);
  return { path: realpathSync(entry) };
}

/** Removes a data folder together with a cluster that lives outside it. */
export function removeDataDir(dataDir: string): void {
  const entry = join(dataDir, "postgres");
  if (lstatSync(entry, { throwIfNoEntry: false })?.isSymbolicLink()) {
    const home = dirname(realpathSync(entry));
    if (dirname(home) === sharedFolder()) rmSync(home, { recursive: true, force: true });
  }
  rmSync(dataDir, { recursive: true, force: true });
}

/** A folder that every account may walk into, for what root's own folders would hide. */
export function sharedFolder(): string {
  for (const folder of ["/var/lib/moked", join(tmpdir(), "moked-shared")]) {
    try {
      mkdirSync(folder, { recursive: true, mode: 0o755 });
      chmodSync(folder, 0o755);
      return folder;
    } catch (error) {
      if (codeOf(error) !== "EROFS" && codeOf(error) !== "EACCES" && codeOf(error) !== "EPERM") throw error;
    }
  }
  throw new Error("neither /var/lib nor the temporary folder can be written");
}

function outsideFolder(dataDir: string): string {
  const shared = sharedFolder();
  forgetDeletedDemos(shared);
  const home = join(shared, `data-${randomBytes(6).toString("hex")}`);
  mkdirSync(home);
  chmodSync(home, 0o755); // whatever the umask is
  writeFileSync(join(home, "belongs-to"), realpathSync(dataDir));
  return join(home, "cluster");
}

/**
 * A data folder in the temporary folder is a demo or a test; when it has been deleted, its cluster goes too.
 * Any other cluster stays even when its data folder is not there: the disk may just not be mounted.
 */
function forgetDeletedDemos(shared: string): void {
  const temporary = `${realpathSync(tmpdir())}/`;
  for (const name of readdirSync(shared).filter((name) => name.startsWith("data-"))) {
    const home = join(shared, name);
    const owner = ownerOf(home);
    const inUse = runningPostmaster(join(home, "cluster")) !== undefined;
    if (owner?.startsWith(temporary) && !existsSync(owner) && !inUse) rmSync(home, { recursive: true, force: true });
  }
}

function ownerOf(home: string): string | undefined {
  try {
    return readFileSync(join(home, "belongs-to"), "utf8");
  } catch {
    return undefined; // another start is just making it
  }
}
