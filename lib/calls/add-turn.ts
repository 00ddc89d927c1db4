import { eq, max } from "drizzle-orm";
import { turn } from "#drizzle/schema/index.ts";
import type { Tx } from "../db/tenant.ts";
import { keepTurn } from "./record-turn.ts";
import type { TurnView } from "./schemas/views.ts";

type Said = Pick<TurnView, "speaker" | "text" | "confidence" | "tools"> & Partial<Pick<TurnView, "troubles">>;

/**
 * What was said outside a stream, at the end of the call's record. The network tells neither when a sentence was heard
 * nor how much of it: it counts as heard, now. The caller of this holds the call's row.
 */
export async function addTurn(
  tx: Tx,
  call: { id: string; startedAt: Date },
  said: Said,
  numbersLeftFree = 0,
): Promise<void> {
  const [last] = await tx
    .select({ index: max(turn.index) })
    .from(turn)
    .where(eq(turn.callId, call.id));
  const atMs = Math.max(0, Date.now() - call.startedAt.getTime());
  await keepTurn(tx, call.id, {
    troubles: [],
    ...said,
    index: (last?.index ?? -1) + 1 + numbersLeftFree,
    heardText: said.text,
    atMs,
    endMs: said.speaker === "caller" ? atMs : null,
    interrupted: false,
    endpointMs: null,
    tAudioMs: null,
    tNlpMs: null,
    tTtsMs: null,
    voiceToVoiceMs: null,
  });
}
