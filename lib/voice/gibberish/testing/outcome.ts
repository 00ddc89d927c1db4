import { judge, type Verdict } from "../judge.ts";
import type { Labelled } from "./read-labelled.ts";

/** Utterances that were said, and what was never said. */
export interface LabelledSet {
  genuine: Labelled[];
  invented: Labelled[];
}

/** What is promised of a set: so many genuine utterances may be lost, this share of the invented must not be answered. */
export const MOST_DROPPED = 2;
export const LEAST_STOPPED = 0.97;

/** What becomes of a set: counts, shares of 1, and all of it in words with the rows that went wrong. */
export function outcome({ genuine, invented }: LabelledSet) {
  const dropped = judgedAs(genuine, "noise");
  const doubtful = judgedAs(genuine, "doubtful");
  const answered = judgedAs(invented, "speech");
  const stopped = 1 - answered.length / invented.length;
  const figures = [
    `${genuine.length} genuine: ${dropped.length} dropped, ${doubtful.length} asked again`,
    `${invented.length} invented: ${answered.length} answered, ${(stopped * 100).toFixed(1)} % stopped`,
    ...[...dropped, ...doubtful, ...answered].map(
      ({ evidence, note }) => `${judge(evidence)}: ${evidence.text} (${note})`,
    ),
  ].join("\n");
  return { dropped: dropped.length, doubtful: doubtful.length / genuine.length, stopped, figures };
}

function judgedAs(rows: readonly Labelled[], verdict: Verdict): Labelled[] {
  return rows.filter(({ evidence }) => judge(evidence) === verdict);
}
