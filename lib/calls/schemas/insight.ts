/** What became of a call: its summary, what the caller wants, how promising it is. */
import { z } from "zod";

/** What callers come for. The first four are a property business's, the others anybody's. */
export const wants = [
  "buy",
  "rent",
  "sell",
  "let_out",
  "order",
  "appointment",
  "question",
  "complaint",
  "other",
] as const;
export type Want = (typeof wants)[number];

export const sentiments = ["positive", "neutral", "negative"] as const;
export type Sentiment = (typeof sentiments)[number];

/** The details that are looked for. Which of them matter depends on the business's field. */
export const factNames = ["area", "rooms", "budget", "when", "property", "product", "detail"] as const;

/** The turn that something was learnt from: a click on it leads there. Null when the staff wrote it themselves. */
const source = z.number().int().min(0).nullable();

const fact = z.object({
  name: z.enum(factNames),
  /** In Hebrew, as one reads it: "3.5 חדרים", "עד 2.4 מיליון ₪". */
  value: z.string().min(1).max(200),
  turnIndex: source,
});
export type CallFact = z.infer<typeof fact>;

export const callInsight = z.object({
  summary: z.string().min(1).max(1_000),
  want: z.enum(wants),
  facts: z.array(fact).max(20),
  /** 0..100: how likely it is that this becomes business. */
  score: z.number().int().min(0).max(100),
  scoreReasons: z.array(z.string().min(1).max(200)).max(6),
  sentiment: z.enum(sentiments),
  /** What the agent has promised that somebody will do: each becomes a task, once. */
  followUps: z.array(z.object({ title: z.string().min(1).max(200), turnIndex: source })).max(6),
  /** A time to meet that was asked for, in the caller's words. */
  appointment: z
    .object({ what: z.string().min(1).max(200), when: z.string().min(1).max(200), turnIndex: source })
    .nullable(),
  /** A model that understood the call, or plain rules when none was there. */
  madeBy: z.enum(["model", "extract"]),
});
export type CallInsight = z.infer<typeof callInsight>;

/** What the staff may put right. A field that is there hides the job's own. */
export const insightEdits = callInsight
  .pick({ summary: true, want: true, facts: true, score: true, sentiment: true })
  .partial();
export type InsightEdits = z.infer<typeof insightEdits>;

/** As it is shown: both together, and which fields are the staff's. */
export const insightView = callInsight.extend({ edited: z.array(insightEdits.keyof()) });
export type InsightView = z.infer<typeof insightView>;

/** What is shown: the job's own findings with the staff's edits over them; null when the job has found nothing. */
export function effectiveInsight(found: CallInsight | null, edits: InsightEdits): InsightView | null {
  if (!found) return null;
  return { ...found, ...edits, edited: insightEdits.keyof().options.filter((field) => edits[field] !== undefined) };
}
