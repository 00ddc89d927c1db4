/** What the product's processes cost: processor time and memory, from /proc. */
import { readdirSync, readFileSync } from "node:fs";
import { findHome } from "../scripts/supervisor/postgres/home.ts";
import { runningPostmaster } from "../scripts/supervisor/postgres/postmaster.ts";
import { childrenOf } from "../scripts/supervisor/running.ts";

/** Linux counts processor time for user programs in hundredths of a second. */
const TICKS_PER_S = 100;
const SAMPLE_EVERY_MS = 1000;

export interface ProcessCost {
  name: string;
  /** Of one processor, over the whole time. */
  cpuPercent: number;
  /** The most at any moment; memory that processes share is counted once. */
  memoryMb: number;
}

/** Watches every process of a product, with its children, and the bench itself, until `stop`. */
export function watchProcesses(dataDir: string): { stop(): ProcessCost[] } {
  const roots = rootsOf(dataDir);
  const startedAt = performance.now();
  const before = new Map(roots.map(({ name, pid }) => [name, cpuSeconds(pid)]));
  const most = new Map<string, number>();
  const look = () => {
    const parents = parentsOfAll();
    for (const { name, pid } of roots) most.set(name, Math.max(most.get(name) ?? 0, memoryMb(pid, parents)));
  };
  look();
  const timer = setInterval(look, SAMPLE_EVERY_MS);
  return {
    stop: () => {
      clearInterval(timer);
      look();
      const seconds = (performance.now() - startedAt) / 1000;
      return roots.map(({ name, pid }) => ({
        name,
        cpuPercent: ((cpuSeconds(pid) - (before.get(name) ?? 0)) / seconds) * 100,
        memoryMb: most.get(name) ?? 0,
      }));
    },
  };
}

/** What one of a product's processes holds now, in MB; 0 when there is none of that name. */
export function memoryNow(dataDir: string, name: string): number {
  return memoryMb(rootsOf(dataDir).find((root) => root.name === name)?.pid ?? 0);
}

function rootsOf(dataDir: string): { name: string; pid: number }[] {
  const home = findHome(dataDir, () => {});
  const postmaster = home === undefined ? undefined : runningPostmaster(home.path);
  return [
    ...childrenOf(dataDir),
    ...(postmaster === undefined ? [] : [{ name: "postgres", pid: postmaster.pid }]),
    { name: "bench", pid: process.pid },
  ];
}

/** Of a process and everything below it; the bench alone, whose children are the product itself. */
function familyOf(root: number, parents = parentsOfAll()): number[] {
  if (root === process.pid) return [root];
  const family = [root];
  for (const pid of family) for (const [child, parent] of parents) if (parent === pid) family.push(child);
  return family;
}

function cpuSeconds(root: number): number {
  // Children that have ended are counted in their parent's last two fields.
  return familyOf(root).reduce((sum, pid) => {
    const fields = statFields(pid);
    const ended = pid === process.pid ? [] : fields.slice(13, 15);
    return sum + [...fields.slice(11, 13), ...ended].reduce((ticks, field) => ticks + Number(field), 0) / TICKS_PER_S;
  }, 0);
}

/**
 * From the counters that Linux keeps anyway. Its exact share of each page (`smaps_rollup`) is found by walking through all of
 * them, for which a process of some hundred megabytes is stopped: what is measured must not wait for its being measured.
 */
function memoryMb(root: number, parents?: Map<number, number>): number {
  const held = familyOf(root, parents).map((pid) => {
    const status = readQuietly(`/proc/${pid}/status`);
    const kilobytes = (name: string) => Number(new RegExp(`^${name}:\\s+(\\d+) kB`, "m").exec(status)?.[1] ?? 0);
    return { own: kilobytes("RssAnon"), shared: kilobytes("RssFile") + kilobytes("RssShmem") };
  });
  const own = held.reduce((sum, one) => sum + one.own, 0);
  return (own + Math.max(0, ...held.map(({ shared }) => shared))) / 1024;
}

function parentsOfAll(): Map<number, number> {
  return new Map(pids().map((pid) => [pid, Number(statFields(pid)[1])]));
}

/** The fields of /proc/PID/stat from the third on: the second is the name and may contain spaces and brackets. */
function statFields(pid: number): string[] {
  const stat = readQuietly(`/proc/${pid}/stat`);
  return stat.slice(stat.lastIndexOf(")") + 2).split(" ");
}

function pids(): number[] {
  return readdirSync("/proc").flatMap((name) => (/^\d+$/.test(name) ? [Number(name)] : []));
}

/** Empty when the process has ended since. */
function readQuietly(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}
