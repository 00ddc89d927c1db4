import { spawn } from "node:child_process";
import { chownSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Trouble } from "../trouble.ts";
import type { Account } from "./account.ts";
import type { Binaries } from "./binaries.ts";

/**
 * Makes an empty cluster in a folder that belongs to the account: UTF-8, PostgreSQL's own C.UTF-8 rules (the same on
 * every machine, whatever its locales), passwords by scram, the owner called `postgres`.
 */
export async function initdb(binaries: Binaries, account: Account, folder: string, password: string): Promise<void> {
  const secret = mkdtempSync(join(tmpdir(), "moked-"));
  const passwordFile = join(secret, "password");
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  if (account.switched) {
    chownSync(secret, account.uid, account.gid);
    chownSync(passwordFile, account.uid, account.gid);
  }
  const args = [
    `--pgdata=${folder}`,
    "--username=postgres",
    `--pwfile=${passwordFile}`,
    "--auth=scram-sha-256",
    "--encoding=UTF8",
    "--no-locale",
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
    "--no-instructions",
  ];
  try {
    const { code, output } = await run(binaries.initdb, args, account);
    if (code !== 0) throw new Trouble(`PostgreSQL could not make its database in ${folder}:\n${output.trim()}`);
  } finally {
    rmSync(secret, { recursive: true, force: true });
  }
}

function run(command: string, args: string[], account: Account): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: "/", stdio: ["ignore", "pipe", "pipe"], ...asAccount(account) });
    let output = "";
    const collect = (chunk: Buffer) => {
      output += chunk.toString();
    };
    child.stdout.on("data", collect);
    child.stderr.on("data", collect);
    child.once("error", reject);
    child.once("close", (code) => resolve({ code, output }));
  });
}

/** What `spawn` needs to run a program of PostgreSQL's as the account, in a plain environment. */
export function asAccount(account: Account): { uid?: number; gid?: number; env: NodeJS.ProcessEnv } {
  const env: NodeJS.ProcessEnv = { NODE_ENV: "production", PATH: process.env.PATH, LC_ALL: "C", TZ: "UTC" };
  return account.switched ? { uid: account.uid, gid: account.gid, env } : { env };
}
