/** Runs groups of measurements, prints one line a figure and keeps the samples in bench/results. */
import { mkdirSync, writeFileSync } from "node:fs";
import { cpus, loadavg, release, totalmem } from "node:os";
import { join } from "node:path";
import { commitOf } from "../scripts/supervisor/build.ts";
import { projectRoot } from "../scripts/supervisor/root.ts";
import { Trouble } from "../scripts/supervisor/trouble.ts";
import { type Figure, isMissed, lineOf } from "./figure.ts";
import type { BenchOptions } from "./group.ts";
import { groups } from "./groups.ts";
import { groupsNamed } from "./names.ts";

/**
 * Measures the named groups and families, all when none is named; gives the exit code: 1 when a target was missed.
 * @throws Trouble for a name that is neither.
 */
export async function runBench(names: readonly string[], options: BenchOptions, signal: AbortSignal): Promise<number> {
  const known = Object.keys(groups);
  const unknown = names.filter((name) => groupsNamed(name, known).length === 0);
  if (unknown.length > 0) {
    throw new Trouble(`There is no bench "${unknown.join('", "')}". There are: ${known.join(", ")}.`);
  }
  const asked = new Set(names.length > 0 ? names.flatMap((name) => groupsNamed(name, known)) : known);
  let missed = 0;
  for (const name of asked) missed += await runGroup(name, options, signal);
  if (missed > 0) console.log(`\n${missed} missed`);
  return missed > 0 ? 1 : 0;
}

async function runGroup(name: string, options: BenchOptions, signal: AbortSignal): Promise<number> {
  const startedAt = new Date();
  const figures: Figure[] = [];
  const raw: Record<string, unknown> = {};
  const machine = { ...thisMachine(), loadBefore: loadavg() };
  try {
    await groups[name]?.({
      signal,
      options,
      note: (line) => console.error(`  ${line}`),
      figure: (figure) => {
        figures.push(figure);
        console.log(lineOf(figure));
      },
      raw: (part, samples) => {
        raw[part] = samples;
      },
    });
  } finally {
    const result = { group: name, startedAt, commit: commitOf(projectRoot), machine, figures, raw };
    console.error(`  samples: ${keep(name, startedAt, result)}`);
  }
  return figures.filter(isMissed).length;
}

function keep(name: string, startedAt: Date, result: unknown): string {
  const folder = join(projectRoot, "bench/results");
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `${name}-${startedAt.toISOString().replace(/[:.]/g, "-")}.json`);
  writeFileSync(path, `${JSON.stringify(result, null, 1)}\n`);
  return path;
}

function thisMachine() {
  const processors = cpus();
  return {
    cpus: processors.length,
    model: processors[0]?.model ?? "unknown",
    memoryMb: Math.round(totalmem() / 1024 / 1024),
    kernel: release(),
    node: process.version,
  };
}
