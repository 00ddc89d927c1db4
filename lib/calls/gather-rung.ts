/** The second rung of a call: asked and answered turn by turn, with the network's own recogniser. */
import { and, desc, eq } from "drizzle-orm";
import { type business, call, turn } from "#drizzle/schema/index.ts";
import { withoutStream } from "../businesses/phrases.ts";
import type { Tx } from "../db/tenant.ts";
import { addTurn } from "./add-turn.ts";
import { LATE_TURNS } from "./late-turns.ts";
import type { NextStep, Speaker } from "./next-step.ts";
import type { GatheredAnswer } from "./schemas/gathered.ts";

type CallRow = typeof call.$inferSelect;
type BusinessRow = typeof business.$inferSelect;

/**
 * The conversation goes on (or begins) turn by turn. Asked again, the same sentence comes again. The caller of this holds
 * the call's row.
 */
export async function goOnByGather(tx: Tx, row: CallRow, settings: BusinessRow): Promise<NextStep> {
  const said = await lastSaid(tx, row.id);
  const text = said === null ? settings.greeting : withoutStream.goOn;
  // A webhook that comes late brings nobody back to a rung above.
  if (row.rung !== "stream") return asStep(row, settings, { kind: "ask", text: said ?? text });
  await tx
    .update(call)
    .set({
      rung: "gather",
      status: "in_progress",
      answeredAt: row.answeredAt ?? new Date(),
      ending: null,
      endingDetail: null,
    })
    .where(eq(call.id, row.id));
  const late = row.streamsOpened > 0 ? LATE_TURNS : 0;
  await addTurn(tx, row, { speaker: "agent", text, confidence: null, tools: [] }, late);
  return asStep(row, settings, { kind: "ask", text });
}

/** Says this as the agent's next turn. The caller of this holds the call's row. */
export async function say(
  tx: Tx,
  row: CallRow,
  settings: Speaking,
  answer: GatheredAnswer,
  { tools, troubles }: Thought = { tools: [], troubles: [] },
): Promise<NextStep> {
  await addTurn(tx, row, { speaker: "agent", text: answer.text, confidence: null, tools, troubles });
  return asStep(row, settings, answer);
}

type Speaking = Pick<BusinessRow, "voice">;
/** What was done for an answer, and what went wrong over it. */
export type Thought = Pick<typeof turn.$inferSelect, "tools" | "troubles">;

export function asStep(row: CallRow, settings: Speaking, answer: GatheredAnswer): NextStep {
  const by: Speaker = { businessId: row.businessId, voice: settings.voice, callId: row.id };
  return { kind: "answer", by, answer, callerId: row.toNumber };
}

async function lastSaid(tx: Tx, callId: string): Promise<string | null> {
  const [last] = await tx
    .select({ text: turn.text })
    .from(turn)
    .where(and(eq(turn.callId, callId), eq(turn.speaker, "agent")))
    .orderBy(desc(turn.index))
    .limit(1);
  return last?.text ?? null;
}
