import { existsSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { readText } from "./files.ts";
import { fingerprint } from "./hash.ts";

const folders = ["app", "components", "lib", "messages", "public", "drizzle/schema"];
const otherThanInputs = /^(vitest|playwright)\.config\.|\.test\.tsx?$|^next-env\.d\.ts$/;

/** The state of the production build in a folder (`.next`): what it was made from, compared with what is there now. */
export function buildState(root: string, distDir: string): { stale: boolean; begin: () => void; finish: () => void } {
  const now = fingerprint(root, [...folders, ...rootInputs(root)]);
  const marker = join(root, distDir, ".moked-build");
  const isFresh = existsSync(join(root, distDir, "BUILD_ID")) && readText(marker)?.split("\n")[0] === now;
  return {
    stale: !isFresh,
    // Without its marker an interrupted build counts as stale.
    begin: () => rmSync(marker, { force: true }),
    finish: () => writeFileSync(marker, `${now}\n${new Date().toISOString()}\n`),
  };
}

/** When the build was made, ISO 8601. */
export function buildTime(root: string, distDir: string): string | undefined {
  return readText(join(root, distDir, ".moked-build"))?.split("\n")[1];
}

/** The commit that is checked out, as far as the files of git say; undefined outside a clone. */
export function commitOf(root: string): string | undefined {
  const head = readText(join(root, ".git/HEAD"))?.trim();
  const ref = head?.startsWith("ref: ") ? head.slice(5) : undefined;
  if (ref === undefined) return head;
  const packed = readText(join(root, ".git/packed-refs"));
  const line = packed?.split("\n").find((candidate) => candidate.endsWith(` ${ref}`));
  return readText(join(root, ".git", ref))?.trim() ?? line?.split(" ")[0];
}

function rootInputs(root: string): string[] {
  const code = readdirSync(root).filter((name) => /\.(ts|mjs|js)$/.test(name) && !otherThanInputs.test(name));
  return [...code, "package.json", "package-lock.json", "tsconfig.json", "tsconfig.build.json"];
}
