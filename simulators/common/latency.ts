/** How slow the outside world is: seeded lognormal delays per step, held to a table of medians and 95th percentiles. */

export const PROFILES = ["typical", "fast", "slow", "none"] as const;
export type LatencyProfile = (typeof PROFILES)[number];
export const LATENCY_STEPS = ["transcription", "model", "voice"] as const;
export type LatencyStep = (typeof LATENCY_STEPS)[number];

type Spread = { medianMs: number; p95Ms: number };
type ProfileTable = Record<LatencyStep, Spread> & { perTokenMs: number; realTimeFactor: number };

/** The table of the latency profiles: time to the first result, then the pace of what follows it. */
export const LATENCY_TABLE: Record<Exclude<LatencyProfile, "none">, ProfileTable> = {
  typical: {
    transcription: { medianMs: 450, p95Ms: 800 },
    model: { medianMs: 450, p95Ms: 900 },
    voice: { medianMs: 200, p95Ms: 400 },
    perTokenMs: 15,
    realTimeFactor: 10,
  },
  fast: {
    transcription: { medianMs: 150, p95Ms: 250 },
    model: { medianMs: 250, p95Ms: 450 },
    voice: { medianMs: 100, p95Ms: 180 },
    perTokenMs: 8,
    realTimeFactor: 20,
  },
  slow: {
    transcription: { medianMs: 900, p95Ms: 2000 },
    model: { medianMs: 1200, p95Ms: 3000 },
    voice: { medianMs: 600, p95Ms: 1500 },
    perTokenMs: 40,
    realTimeFactor: 3,
  },
};

// The 95th percentile of the standard normal distribution.
const Z95 = 1.6448536269514722;

/** Steps whose profile differs from the rest. */
export type StepProfiles = Partial<Record<LatencyStep, LatencyProfile>>;

/** Draws delays for one simulator. The same profile and seed give the same series. */
export class Latency {
  #profile: LatencyProfile;
  #steps: StepProfiles = {};
  #random: () => number;

  constructor(profile: LatencyProfile = "typical", seed = 1) {
    this.#profile = profile;
    this.#random = mulberry32(seed);
  }

  get profile(): LatencyProfile {
    return this.#profile;
  }

  /** Changes the profile, with another one for some of the steps; starts the series again when a seed is given. */
  set(profile: LatencyProfile, seed?: number, steps: StepProfiles = {}): void {
    this.#profile = profile;
    this.#steps = steps;
    if (seed !== undefined) this.#random = mulberry32(seed);
  }

  /** Milliseconds from the request (or commit) to the first result of the step. */
  firstMs(step: LatencyStep): number {
    const profile = this.#of(step);
    if (profile === "none") return 0;
    const { medianMs, p95Ms } = LATENCY_TABLE[profile][step];
    return medianMs * Math.exp((Math.log(p95Ms / medianMs) / Z95) * this.#normal());
  }

  /** Milliseconds between two tokens of the model. */
  perTokenMs(): number {
    const profile = this.#of("model");
    return profile === "none" ? 0 : LATENCY_TABLE[profile].perTokenMs;
  }

  /** Milliseconds from the first byte of synthesised audio of `durationMs` to its last. */
  restOfAudioMs(durationMs: number): number {
    const profile = this.#of("voice");
    return profile === "none" ? 0 : durationMs / LATENCY_TABLE[profile].realTimeFactor;
  }

  #of(step: LatencyStep): LatencyProfile {
    return this.#steps[step] ?? this.#profile;
  }

  // Box-Muller; 1 - random() keeps the logarithm away from zero.
  #normal(): number {
    return Math.sqrt(-2 * Math.log(1 - this.#random())) * Math.cos(2 * Math.PI * this.#random());
  }
}

/** A small deterministic source of numbers in [0, 1), good enough for delays and sounds. */
export function mulberry32(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
