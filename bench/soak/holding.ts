/** What the edge holds: memory, handles, open files, live calls; from /metrics and /proc. */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { readJson } from "../../scripts/supervisor/files.ts";
import type { LiveProduct } from "../capacity/live-product.ts";
import { memoryNow } from "../processes.ts";

const SAMPLE_EVERY_MS = 5_000;
const children = z.array(z.object({ name: z.string(), pid: z.number() }));

export interface Holding {
  /** Seconds since the watching began. */
  atS: number;
  memoryMb: number;
  /** What keeps a process alive: sockets, timers of the system, workers. */
  handles: number | null;
  files: number | null;
  liveCalls: number | null;
}

export async function whatIsHeld({ url, dataDir }: LiveProduct, atS = 0): Promise<Holding> {
  const text = await (await fetch(new URL("/metrics", url))).text();
  const gauge = (name: string) => {
    const value = new RegExp(`^${name} (\\S+)$`, "m").exec(text)?.[1];
    return value === undefined ? null : Number(value);
  };
  return {
    atS,
    memoryMb: memoryNow(dataDir, "edge"),
    handles: gauge("nodejs_active_handles_total"),
    files: openFiles(dataDir),
    liveCalls: gauge("moked_live_calls"),
  };
}

/** Looks every few seconds until `stop`. */
export function watchHolding(product: LiveProduct): { stop(): Holding[] } {
  const samples: Holding[] = [];
  const startedAt = performance.now();
  const timer = setInterval(() => {
    void whatIsHeld(product, (performance.now() - startedAt) / 1000).then(
      (held) => samples.push(held),
      // A look that failed is one sample less.
      () => {},
    );
  }, SAMPLE_EVERY_MS);
  return {
    stop: () => {
      clearInterval(timer);
      return samples;
    },
  };
}

function openFiles(dataDir: string): number | null {
  const edge = readJson(join(dataDir, "children.json"), children)?.find(({ name }) => name === "edge");
  return edge === undefined ? null : readdirSync(`/proc/${edge.pid}/fd`).length;
}
