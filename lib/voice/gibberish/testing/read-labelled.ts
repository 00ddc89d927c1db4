import { readFileSync } from "node:fs";
import { z } from "zod";
import type { Evidence } from "../evidence.ts";

/** An utterance whose nature is known; how the columns are meant is in labelled/README.md. */
export interface Labelled {
  evidence: Evidence;
  note: string;
}

/** The rows of labelled/<name>.tsv. Throws when there is no such file, and on a row that cannot be. */
export function readLabelled(name: string): Labelled[] {
  const file = new URL(`../labelled/${name}.tsv`, import.meta.url);
  const [header, ...lines] = readFileSync(file, "utf8").trimEnd().split("\n");
  if (header !== COLUMNS.join("\t")) throw new Error(`${name}.tsv has another header`);
  return lines.map((line, at) => {
    const cells = line.split("\t");
    const parsed = row.safeParse(Object.fromEntries(COLUMNS.map((column, i) => [column, cells[i]])));
    if (!parsed.success || cells.length !== COLUMNS.length) {
      throw new Error(`${name}.tsv, line ${at + 2}: ${line}`, { cause: parsed.error });
    }
    return parsed.data;
  });
}

const COLUMNS = [
  "text",
  "confidence",
  "no_speech",
  "compression",
  "voiced_ms",
  "duration_ms",
  "mean_dbfs",
  "peak_dbfs",
  "note",
] as const;

const figure = z.string().transform((cell, issues): number | null => {
  if (cell === "-") return null;
  if (cell.trim() !== "" && Number.isFinite(Number(cell))) return Number(cell);
  issues.addIssue("not a figure");
  return z.NEVER;
});
const share = figure.refine((value) => value === null || (value >= 0 && value <= 1));

const row = z
  .object({
    text: z.string().trim().min(1),
    confidence: share,
    no_speech: share,
    compression: figure,
    voiced_ms: figure,
    duration_ms: figure,
    mean_dbfs: figure,
    peak_dbfs: figure,
    note: z.string().min(1),
  })
  .transform((cells, issues): Labelled => {
    const { text, confidence, no_speech, compression, note } = cells;
    const { voiced_ms, duration_ms, mean_dbfs, peak_dbfs } = cells;
    const evidence = { text, confidence, noSpeech: no_speech, compression, sound: null };
    if (voiced_ms === null || duration_ms === null || mean_dbfs === null || peak_dbfs === null) {
      if (voiced_ms ?? duration_ms ?? mean_dbfs ?? peak_dbfs) issues.addIssue("half a sound");
      return { evidence, note };
    }
    if (duration_ms < voiced_ms || peak_dbfs < mean_dbfs || peak_dbfs > 0) issues.addIssue("no such sound");
    const sound = { voicedMs: voiced_ms, durationMs: duration_ms, meanDbfs: mean_dbfs, peakDbfs: peak_dbfs };
    return { evidence: { ...evidence, sound }, note };
  });
