import { execFileSync } from "node:child_process";
import { readFileSync, statSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { codeOf, Trouble } from "../trouble.ts";

/** Whom PostgreSQL runs as: it refuses root, so as root it gets an account of its own. */
export type Account = { uid: number; gid: number; name: string; switched: boolean };

/**
 * The account for the database: ourselves, or as root the system's `postgres` account (made when there is none).
 * @throws Trouble when root cannot make one.
 */
export function databaseAccount(): Account {
  const uid = process.getuid?.() ?? 0;
  const gid = process.getgid?.() ?? 0;
  if (uid !== 0) return { uid, gid, name: "", switched: false };
  return lookUp("postgres") ?? createAccount();
}

/** Whether the account may walk into a folder, judged by the permissions of every folder on the way. */
export function canReach(account: Account, folder: string): boolean {
  if (!account.switched) return true;
  for (let path = resolve(folder); ; path = dirname(path)) {
    if (!mayEnter(account, path)) return false;
    if (path === dirname(path)) return true;
  }
}

function mayEnter(account: Account, path: string): boolean {
  const { mode, uid, gid } = statSync(path);
  if (uid === account.uid) return (mode & 0o100) !== 0;
  if (gid === account.gid) return (mode & 0o010) !== 0;
  return (mode & 0o001) !== 0;
}

function createAccount(): Account {
  try {
    execFileSync(
      "useradd",
      ["--system", "--user-group", "--no-create-home", "--shell", "/usr/sbin/nologin", "postgres"],
      {
        stdio: ["ignore", "ignore", "pipe"],
      },
    );
  } catch (error) {
    // Two first starts at once: the other one has made it (useradd's 9), so the look-up below finds it.
    if (codeOf(error) === "ENOENT" || lookUp("postgres") === undefined) throw noAccount(error);
  }
  const account = lookUp("postgres");
  if (account === undefined) throw noAccount(undefined);
  return account;
}

function noAccount(cause: unknown): Trouble {
  return new Trouble(
    "PostgreSQL refuses to run as root, and an account for it could not be made (useradd postgres failed). " +
      "Start Moked as an ordinary user, or set DATABASE_URL to a PostgreSQL server of your own.",
    { cause },
  );
}

function lookUp(name: string): Account | undefined {
  for (const line of readFileSync("/etc/passwd", "utf8").split("\n")) {
    const [user, , uid, gid] = line.split(":");
    if (user === name) return { uid: Number(uid), gid: Number(gid), name, switched: true };
  }
  return undefined;
}
