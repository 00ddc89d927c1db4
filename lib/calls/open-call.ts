import { and, count, eq, gt, sql } from "drizzle-orm";
import { business, call } from "#drizzle/schema/index.ts";
import { env } from "../config/env.ts";
import { type Context, systemContext } from "../context.ts";
import { customerByPhone } from "../customers/customer-by-phone.ts";
import { businessByNumber } from "../db/system.ts";
import { forBusiness, type Tx } from "../db/tenant.ts";
import { publish } from "../events/publish.ts";
import type { LiveEvent } from "../events/schemas.ts";
import { toE164 } from "../hebrew/phone.ts";
import { mintStreamToken } from "./stream-token.ts";

/** More calls a minute than this, from one number to one business, is no customer. */
const CALLS_PER_MINUTE = 30;

export interface IncomingCall {
  callSid: string;
  /** As the network gives it: E.164, or a word such as "anonymous". */
  from: string;
  to: string;
  requestId: string | null;
}

export type OpenedCall =
  | { kind: "unknown_number" }
  | { kind: "too_many_calls" }
  /** The call is kept; the agent may take it over the media stream. */
  | { kind: "stream"; businessId: string; callToken: string }
  /** The call is kept; this business takes messages instead of talking. */
  | { kind: "message"; businessId: string; greeting: string; mayRecord: boolean };

/**
 * A phone rings: finds the business by the dialled number and the customer by the calling one (made when new; a withheld
 * number has none), and keeps the call. The same call again, also in parallel, gets the same call with a fresh token.
 */
export async function openCall(incoming: IncomingCall): Promise<OpenedCall> {
  const to = toE164(incoming.to) ?? incoming.to;
  const businessId = await businessByNumber(to);
  if (!businessId) return { kind: "unknown_number" };
  const ctx = systemContext(businessId, "incoming-call", incoming.requestId);
  const from = toE164(incoming.from);

  return forBusiness(ctx, async function openCall(tx) {
    const { known, flooding } = await lookAround(tx, ctx, incoming.callSid, from);
    if (!known && flooding) return { kind: "too_many_calls" };
    const { callId, news } = known
      ? { callId: known, news: [] }
      : await keepCall(tx, ctx, { callSid: incoming.callSid, from, to });
    const [settings] = await tx.select().from(business).where(eq(business.id, businessId));
    if (!settings) throw new Error("the business of a dialled number is gone");
    // Without a recogniser a conversation would only fail on the caller: a message is asked for at once.
    const opened: OpenedCall =
      settings.enableCallsStream && env().OPENAI_API_KEY
        ? { kind: "stream", businessId, callToken: await mintStreamToken(tx, ctx, callId) }
        : { kind: "message", businessId, greeting: settings.greeting, mayRecord: settings.enableRecordingFallback };
    // Last of all: from here to the commit the other calls of this business wait for their turn to publish.
    await publish(tx, ...news);
    return opened;
  });
}

async function callBySid(tx: Tx, callSid: string): Promise<string | null> {
  const [row] = await tx.select({ id: call.id }).from(call).where(eq(call.callSid, callSid));
  return row?.id ?? null;
}

/** Is this call known already, and has this number rung too often within the last minute? One question: a caller waits. */
async function lookAround(tx: Tx, ctx: Context, callSid: string, from: string | null) {
  const aMinuteAgo = new Date(Date.now() - 60_000);
  const recent = tx
    .select({ calls: count() })
    .from(call)
    .where(and(eq(call.businessId, ctx.businessId), eq(call.fromNumber, from ?? ""), gt(call.startedAt, aMinuteAgo)));
  const known = tx.select({ id: call.id }).from(call).where(eq(call.callSid, callSid));
  const [row] = await tx.execute<{ known: string | null; calls: number }>(
    sql`select (${known}) as known, (${recent})::int as calls`,
  );
  return { known: row?.known ?? null, flooding: (row?.calls ?? 0) >= CALLS_PER_MINUTE };
}

interface NewCall {
  callSid: string;
  from: string | null;
  to: string;
}

interface KeptCall {
  callId: string;
  /** What the staff are to be told. */
  news: LiveEvent[];
}

async function keepCall(tx: Tx, ctx: Context, { callSid, from, to }: NewCall): Promise<KeptCall> {
  const customer = from ? await customerByPhone(tx, ctx, from) : null;
  const [made] = await tx
    .insert(call)
    .values({
      businessId: ctx.businessId,
      callSid,
      direction: "in",
      status: "ringing",
      fromNumber: from,
      toNumber: to,
      customerId: customer?.id ?? null,
    })
    .onConflictDoNothing({ target: call.callSid })
    .returning({ id: call.id });
  if (!made) {
    const id = await callBySid(tx, callSid);
    if (!id) throw new Error("this call belongs to another business");
    return { callId: id, news: [] };
  }
  const news: LiveEvent[] = [{ type: "call.changed", callId: made.id, live: true }];
  if (customer?.created) news.unshift({ type: "customer.changed", customerId: customer.id });
  return { callId: made.id, news };
}
