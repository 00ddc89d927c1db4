/** Kills processes of a product, which its supervisor starts again: kill -9, at moments that a seed decides. */
import { setTimeout as wait } from "node:timers/promises";
import { pidOf } from "../../scripts/supervisor/running.ts";

export type Victim = "edge" | "next" | "jobs";
const SOONEST_MS = 6_000;
const LATEST_MS = 12_000;
/** The first calls are to be talking by then. */
const FIRST_MS = 12_000;

export interface Kill {
  victim: Victim;
  pid: number;
  /** Epoch milliseconds. */
  at: number;
}

export class Killer {
  readonly #dataDir: string;
  readonly #victims: readonly Victim[];
  readonly #note: (line: string) => void;
  #state: number;

  constructor(dataDir: string, victims: readonly Victim[], seed: number, note: (line: string) => void) {
    this.#dataDir = dataDir;
    this.#victims = victims;
    this.#state = seed;
    this.#note = note;
  }

  /** So many kills, or as many as there were until the signal. */
  async kill(times: number, signal: AbortSignal): Promise<Kill[]> {
    const kills: Kill[] = [];
    const pause = (ms: number) => wait(ms, undefined, { signal }).catch(() => {});
    await pause(FIRST_MS);
    while (kills.length < times && !signal.aborted) {
      // In turns: what dies five times before it has settled is given up by its supervisor, and rightly.
      const victim = this.#victims[kills.length % this.#victims.length] ?? "edge";
      const pid = pidOf(this.#dataDir, victim);
      if (pid !== undefined && ended(pid)) {
        kills.push({ victim, pid, at: Date.now() });
        this.#note(`kill ${kills.length}: ${victim} (${pid}) at ${new Date().toISOString()}`);
      }
      await pause(SOONEST_MS + this.#chance() * (LATEST_MS - SOONEST_MS));
    }
    return kills;
  }

  /** The next number of a small generator (mulberry32): the same seed gives the same moments. */
  #chance(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }
}

/** False when it was gone already. */
function ended(pid: number): boolean {
  try {
    return process.kill(pid, "SIGKILL");
  } catch {
    return false;
  }
}
