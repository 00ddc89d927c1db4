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

const turnIndex = z.number().int().min(0).nullable();

/**
 * The turn that something was learnt from, or the message that was recorded: a click on it leads there. Null when the
 * staff wrote it themselves.
 */
const source = z.union([z.number().int().min(0), z.literal("recording")]).nullable();
export type Source = z.infer<typeof source>;

const fact = z.object({
  name: z.enum(factNames),
  /** In Hebrew, as one reads it: "3.5 חדרים", "עד 2.4 מיליון ₪". */
  value: z.string().min(1, "חסר תוכן לפרט").max(200, "הפרט ארוך מדי: עד 200 תווים"),
  turnIndex: source,
});
export type CallFact = z.infer<typeof fact>;

const OUT_OF_RANGE = "הציון הוא בין 0 ל־100";

/** A meeting that was asked for, and when, in the caller's words; null when no time was said. */
const appointment = z.object({
  what: z.string().min(1, "חסר מה ביקשו לקבוע").max(200, "מה שביקשו לקבוע ארוך מדי: עד 200 תווים"),
  when: z.string().min(1, "חסר מתי ביקשו לקבוע").max(200, "המועד ארוך מדי: עד 200 תווים").nullable(),
  turnIndex: source,
});
export type Appointment = z.infer<typeof appointment>;

const reason = z.string().min(1, "חסר תוכן לנימוק").max(200, "הנימוק ארוך מדי: עד 200 תווים");

const followUp = z.object({
  title: z.string().min(1).max(200),
  turnIndex,
  /** The task that it became; calls from before this was kept have none. */
  taskId: z.uuid().optional(),
});

/** A task of a call, as it stands now. */
export const callTask = z.object({ id: z.uuid(), title: z.string(), done: z.boolean() });
export type CallTask = z.infer<typeof callTask>;

export const callInsight = z.object({
  summary: z.string().min(1, "חסר סיכום").max(1_000, "הסיכום ארוך מדי: עד 1,000 תווים"),
  want: z.enum(wants),
  facts: z.array(fact).max(20, "עד 20 פרטים"),
  /** 0..100: how likely it is that this becomes business. */
  score: z.int("הציון הוא מספר שלם").min(0, OUT_OF_RANGE).max(100, OUT_OF_RANGE),
  scoreReasons: z.array(reason).max(6, "עד 6 נימוקים"),
  sentiment: z.enum(sentiments),
  /** What the agent has promised that somebody will do: each becomes a task, once. */
  followUps: z.array(followUp).max(6),
  appointment: appointment.nullable(),
  /** A model that understood the call, or plain rules when none was there. */
  madeBy: z.enum(["model", "extract"]),
});
export type CallInsight = z.infer<typeof callInsight>;

/** No edit and "they asked for no time to meet" are two things: the second one is said, and outlives a re-run, too. */
const appointmentEdit = z.discriminatedUnion("asked", [
  z.object({ asked: z.literal(false) }),
  appointment.extend({ asked: z.literal(true) }),
]);

/**
 * What the staff may put right. A field that is there hides the job's own. Reasons explain one score: they are there
 * only together with it. Promises are not here, because each is a task, and the task is what is put right.
 */
export const insightEdits = callInsight
  .pick({ summary: true, want: true, facts: true, score: true, scoreReasons: true, sentiment: true })
  .extend({ appointment: appointmentEdit })
  .partial();
export type InsightEdits = z.infer<typeof insightEdits>;

/** As it is shown: both together, which fields are the staff's, and each promise with the task that it became. */
export const insightView = callInsight.extend({
  followUps: z.array(followUp.omit({ taskId: true }).extend({ task: callTask.nullable() })),
  edited: z.array(insightEdits.keyof()),
});
export type InsightView = z.infer<typeof insightView>;

/** What holds: the job's own findings with the staff's edits over them. */
export function effectiveInsight(found: CallInsight, edits: InsightEdits): CallInsight & Pick<InsightView, "edited"> {
  return {
    ...found,
    ...edits,
    // The job's reasons would be read as the reasons for the staff's score.
    scoreReasons: edits.score === undefined ? found.scoreReasons : (edits.scoreReasons ?? []),
    appointment: edits.appointment ? asAppointment(edits.appointment) : found.appointment,
    edited: insightEdits.keyof().options.filter((field) => edits[field] !== undefined),
  };
}

function asAppointment(edit: NonNullable<InsightEdits["appointment"]>): Appointment | null {
  if (!edit.asked) return null;
  const { asked: _asked, ...kept } = edit;
  return kept;
}

/** For the page: a task that was taken away is none. */
export function viewedInsight(found: CallInsight, edits: InsightEdits, tasks: CallTask[]): InsightView {
  const insight = effectiveInsight(found, edits);
  return {
    ...insight,
    followUps: insight.followUps.map(({ taskId, ...promise }) => ({
      ...promise,
      task: tasks.find(({ id }) => id === taskId) ?? null,
    })),
  };
}
