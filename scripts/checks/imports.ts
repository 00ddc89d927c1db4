/**
 * The import table of docs/architecture.md, held by dependency-cruiser (.dependency-cruiser.cjs). A cruiser that cannot
 * parse TypeScript sees no module and finds no fault: so it must have seen every file there is.
 */
import { execFileSync } from "node:child_process";
import { createRequire } from "node:module";
import { cruise, type ICruiseResult } from "dependency-cruiser";
import extractTSConfig from "dependency-cruiser/config-utl/extract-ts-config";

const folders = [
  "app",
  "bench",
  "components",
  "drizzle",
  "e2e",
  "lib",
  "scripts",
  "server-ws",
  "simulators",
  "proxy.ts",
  "instrumentation.ts",
];

export async function importFaults(): Promise<string[]> {
  const files = projectFiles();
  const config = createRequire(import.meta.url)("../../.dependency-cruiser.cjs");
  const { options, ...ruleSet } = config;
  const { output } = await cruise(files, { ...options, ruleSet, validate: true, outputType: "json" }, undefined, {
    tsConfig: extractTSConfig("tsconfig.json"),
  });
  const result: ICruiseResult = typeof output === "string" ? JSON.parse(output) : output;
  const seen = new Map(result.modules.map((module) => [module.source, module]));
  const missed = files.filter((file) => !seen.has(file));
  const faults = result.summary.violations.map(({ rule, from, to, cycle }) =>
    cycle
      ? `${rule.name}: ${[from, ...cycle.map((step) => step.name)].join(" -> ")}`
      : `${rule.name}: ${from} -> ${to}`,
  );
  if ((result.summary.totalDependenciesCruised ?? 0) < files.length)
    faults.push("hardly an import was seen: is @swc/core there?");
  return [...missed.map((file) => `not seen: ${file}`), ...faults];
}

/** Every source file that is or would be committed. */
function projectFiles(): string[] {
  const list = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard", "--", ...folders], {
    encoding: "utf8",
  });
  const deleted = execFileSync("git", ["ls-files", "--deleted"], { encoding: "utf8" }).split("\n");
  return list.split("\n").filter((file) => /\.(ts|tsx|mjs)$/.test(file) && !deleted.includes(file));
}

if (import.meta.main) {
  const faults = await importFaults();
  for (const fault of faults) console.log(fault);
  console.log(faults.length === 0 ? "imports: every file seen, no fault" : `imports: ${faults.length} faults`);
  process.exitCode = faults.length === 0 ? 0 : 1;
}
