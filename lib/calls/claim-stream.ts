import { asc, eq, sql } from "drizzle-orm";
import type { CallOpening } from "#drizzle/schema/calls.ts";
import { business, call, customer, pronunciation, turn } from "#drizzle/schema/index.ts";
import { type Context, systemContext } from "../context.ts";
import { businessByCall } from "../db/system.ts";
import { forBusiness } from "../db/tenant.ts";
import { publish } from "../events/publish.ts";
import type { Pronunciation } from "../hebrew/lexicon.ts";
import { redeemStreamToken } from "./stream-token.ts";

export type BusinessSettings = typeof business.$inferSelect;

/** Everything that the conversation needs to know, read once when its stream opens. */
export interface ClaimedCall {
  ctx: Context;
  callId: string;
  callSid: string;
  business: BusinessSettings;
  /** How words are said that the voice would say wrongly. */
  lexicon: Pronunciation[];
  /** The number that was dialled: what the other side of a transfer sees. */
  toNumber: string;
  caller: { customerId: string | null; name: string | null; phone: string | null };
  opening: CallOpening;
  /** What was said on earlier streams of this call. */
  history: { speaker: "caller" | "agent"; text: string; tools: (typeof turn.$inferSelect)["tools"] }[];
  /** The number of the next turn, and how long the call has lasted: turns count over all of its streams. */
  nextTurnIndex: number;
  startedMsAgo: number;
}

const lexicon = sql<Pronunciation[]>`(
  select coalesce(jsonb_agg(jsonb_build_object('written', p.written, 'spoken', p.spoken)), '[]')
  from ${pronunciation} p where p.business_id = ${business.id})`;

/**
 * A media stream says that it is this call. Null when the token is foreign, used or late, or the call is over; only a
 * start that matches uses the token up.
 */
export async function claimStream(start: { callSid: string; token: string }): Promise<ClaimedCall | null> {
  if (!/^[\w-]+$/.test(start.callSid)) return null;
  const businessId = await businessByCall(start.callSid);
  if (!businessId) return null;

  return forBusiness(systemContext(businessId, "media-stream"), async function claimStream(tx) {
    const [row] = await tx
      .select({ call, business, customer, lexicon })
      .from(call)
      .innerJoin(business, eq(business.id, call.businessId))
      .leftJoin(customer, eq(customer.id, call.customerId))
      .where(eq(call.callSid, start.callSid))
      .for("update", { of: call });
    if (!row || row.call.endedAt !== null) return null;
    if (!(await redeemStreamToken(tx, row.call.id, start.token))) return null;
    const ctx: Context = { businessId, actor: { kind: "agent", callId: row.call.id }, role: null, requestId: null };
    await tx
      .update(call)
      .set({
        status: "in_progress",
        answeredAt: row.call.answeredAt ?? new Date(),
        streamsOpened: row.call.streamsOpened + 1,
        ending: null,
        endingDetail: null,
      })
      .where(eq(call.id, row.call.id));
    const turns =
      row.call.streamsOpened === 0
        ? []
        : await tx.select().from(turn).where(eq(turn.callId, row.call.id)).orderBy(asc(turn.index));
    await publish(tx, { type: "call.changed", callId: row.call.id, live: true });
    return {
      ctx,
      callId: row.call.id,
      callSid: start.callSid,
      business: row.business,
      lexicon: row.lexicon,
      toNumber: row.call.toNumber,
      caller: { customerId: row.call.customerId, name: row.customer?.name ?? null, phone: row.call.fromNumber },
      opening: row.call.opening,
      history: turns.map(({ speaker, text, heardText, tools }) => ({
        speaker,
        text: speaker === "agent" ? heardText : text,
        tools,
      })),
      nextTurnIndex: (turns.at(-1)?.index ?? -1) + 1,
      startedMsAgo: turns.length === 0 ? 0 : Date.now() - row.call.startedAt.getTime(),
    };
  });
}
