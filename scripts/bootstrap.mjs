// The first step of every command: plain JavaScript for the Node that happens to be here (20 or newer). It installs what
// is missing and hands over to the project's own Node 24, which runs scripts/<command>.ts.
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { constants, tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const node24 = join(root, "node_modules/.bin/node");
const marker = join(root, "node_modules/.moked-installed");

requireNode();
const [command, ...args] = process.argv.slice(2);
const script = join(root, "scripts", `${(command || "").replace(":", "-")}.ts`);
if (!/^[a-z:-]+$/.test(command || "") || !existsSync(script)) fail(`There is no command "${command}".`);
if (!isInstalled()) installOnce();
handOver();

function requireNode() {
  const major = Number(process.versions.node.split(".")[0]);
  if (major >= 20) return;
  fail(
    `Moked needs Node 20 or newer, and this is Node ${process.versions.node}. Install a newer one from https://nodejs.org\n` +
      `מוקד צריך Node בגרסה 20 ומעלה, וכאן מותקנת גרסה ${process.versions.node}. אפשר להתקין חדשה מ-https://nodejs.org`,
  );
}

/** The marker is written only after a whole install, so a half-finished or an older one does not match. */
function isInstalled() {
  return existsSync(node24) && existsSync(marker) && readFileSync(marker, "utf8") === installHash();
}

/** Of all that decides what an install leaves: the lockfile, and our mends of packages. */
function installHash() {
  const hash = createHash("sha256").update(readFileSync(join(root, "package-lock.json")));
  const patches = join(root, "patches");
  for (const name of readdirSync(patches).sort()) hash.update(readFileSync(join(patches, name)));
  return hash.digest("hex");
}

/** Two commands at once on a fresh clone must not install over each other: the second waits for the first. */
function installOnce() {
  const lock = join(tmpdir(), `moked-install-${createHash("sha256").update(root).digest("hex").slice(0, 16)}`);
  while (!takeLock(lock)) {
    if (isInstalled()) return;
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200);
  }
  try {
    if (!isInstalled()) install();
  } finally {
    rmSync(lock, { recursive: true, force: true });
  }
}

function takeLock(lock) {
  try {
    mkdirSync(lock);
    writeFileSync(join(lock, "pid"), String(process.pid));
    return true;
  } catch (error) {
    if (error.code !== "EEXIST") throw error;
  }
  const holder = existsSync(join(lock, "pid")) ? Number(readFileSync(join(lock, "pid"), "utf8")) : 0;
  if (holder > 0 && !isRunning(holder)) rmSync(lock, { recursive: true, force: true });
  return false;
}

function isRunning(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}

function install() {
  console.log("Installing what Moked is made of (a minute or two, only the first time) …");
  rmSync(marker, { force: true });
  // `npm ci` would insist on binaries of other platforms that a registry mirror may lack; development tools are part of
  // both commands, whatever NODE_ENV says.
  const options = ["install", "--no-audit", "--no-fund", "--include=dev", "--loglevel=error"];
  const npm = process.env.npm_execpath;
  const [program, first] = npm?.endsWith(".js") ? [process.execPath, [npm]] : ["npm", []];
  const result = spawnSync(program, [...first, ...options], {
    cwd: root,
    stdio: ["ignore", "ignore", "pipe"],
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
  });
  if (result.signal) process.exit(128 + constants.signals[result.signal]);
  if (result.status !== 0) fail(explainInstall(`${result.error?.message ?? ""}\n${result.stderr ?? ""}`));
  if (!existsSync(node24)) {
    fail(
      "The install ended without the project's own Node 24: are install scripts switched off (npm config ignore-scripts)?",
    );
  }
  writeFileSync(marker, installHash());
}

function explainInstall(output) {
  const end = output.trim().split("\n").slice(-15).join("\n");
  if (/ENOSPC|no space left/i.test(output)) {
    return `The install failed: the disk is full. About 1.5 GB are needed under ${root}.\n${end}`;
  }
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EIDLETIMEOUT|network/i.test(output)) {
    return `The install failed: the npm registry cannot be reached. Check the network or proxy, and start again.\n${end}`;
  }
  if (/EACCES|EPERM|EROFS/.test(output)) return `The install failed: ${root} cannot be written.\n${end}`;
  return `The install failed; npm said:\n${end}`;
}

/** Runs the command on Node 24 in our place: same terminal, every signal passed on, its exit code is ours. */
function handOver() {
  const NODE_COMPILE_CACHE = process.env.NODE_COMPILE_CACHE || join(root, "node_modules/.cache/node");
  const child = spawn(node24, [script, ...args], { stdio: "inherit", env: { ...process.env, NODE_COMPILE_CACHE } });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP", "SIGQUIT"]) process.on(signal, () => child.kill(signal));
  child.on("error", (error) => fail(`The project's own Node cannot be run: ${error.message}`));
  child.on("exit", (code, signal) => process.exit(signal ? 128 + constants.signals[signal] : code));
}

function fail(message) {
  console.error(message);
  process.exit(1);
}
