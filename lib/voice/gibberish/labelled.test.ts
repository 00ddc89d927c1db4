import { describe, expect, it } from "vitest";
import { LEAST_STOPPED, MOST_DROPPED, outcome } from "./testing/outcome.ts";
import { type Labelled, readLabelled } from "./testing/read-labelled.ts";

const seen = { genuine: readLabelled("genuine"), invented: readLabelled("invented") };
const MOST_DOUBTFUL = 0.03;

describe("the labelled utterances that the judge was made with", () => {
  it("hardly a genuine one is dropped, hardly an invented one answered, and seldom is somebody asked again", () => {
    const { dropped, doubtful, stopped, figures } = outcome(seen);
    expect(dropped, figures).toBeLessThanOrEqual(MOST_DROPPED);
    expect(doubtful, figures).toBeLessThanOrEqual(MOST_DOUBTFUL);
    expect(stopped, figures).toBeGreaterThanOrEqual(LEAST_STOPPED);
  });

  it.each<[string, (row: Labelled) => number | null]>([
    ["confidence", ({ evidence }) => evidence.confidence],
    ["whisper's guess of silence", ({ evidence }) => evidence.noSpeech],
    ["compression", ({ evidence }) => evidence.compression],
    ["length", ({ evidence }) => evidence.sound?.voicedMs ?? null],
    ["level", ({ evidence }) => evidence.sound?.meanDbfs ?? null],
  ])("cannot be told apart by one field: %s", (_, field) => {
    const genuine = seen.genuine.flatMap((row) => field(row) ?? []);
    const invented = seen.invented.flatMap((row) => field(row) ?? []);
    const below = (values: number[], limit: number) => values.filter((value) => value < limit).length / values.length;
    // The share of both that the best of all limits gets wrong, whichever side is the genuine one.
    const errors = [...genuine, ...invented].map((limit) => {
      const wrong = (below(genuine, limit) + 1 - below(invented, limit)) / 2;
      return Math.min(wrong, 1 - wrong);
    });
    expect(Math.min(...errors)).toBeGreaterThan(0.05);
  });
});
