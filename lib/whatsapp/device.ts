/** What makes this device the one that was paired: credentials and keys, sealed, written by the session's holder only. */
import { and, asc, eq, gte, inArray, lt, or, sql } from "drizzle-orm";
import { whatsappArrival, whatsappKey, whatsappSent, whatsappSession } from "#drizzle/schema/index.ts";
import type { Context } from "../context.ts";
import { seal, unseal } from "../db/seal.ts";
import { forBusiness, type Tx } from "../db/tenant.ts";
import { asHolder, type Hold } from "./hold.ts";

export interface KeyChange {
  type: string;
  name: string;
  /** Null takes it away. */
  value: Uint8Array | null;
}

/** A message that was just decrypted, to be kept together with the keys that this used up. */
export interface Arrival {
  providerId: string;
  value: Uint8Array;
}

/** Null when no phone was ever paired, or the pairing was forgotten. */
export async function readCreds(ctx: Context): Promise<Uint8Array | null> {
  const [row] = await forBusiness(
    ctx,
    (tx) =>
      tx
        .select({ creds: whatsappSession.creds })
        .from(whatsappSession)
        .where(eq(whatsappSession.businessId, ctx.businessId)),
    "whatsapp.readCreds",
  );
  return row?.creds ? unseal(row.creds, credsPlace(ctx)) : null;
}

/** Keeps them whole. Throws HoldLost. */
export async function saveCreds(hold: Hold, creds: Uint8Array): Promise<void> {
  const sealed = seal(creds, credsPlace(hold.ctx));
  await asHolder(
    hold,
    (tx) =>
      tx.update(whatsappSession).set({ creds: sealed }).where(eq(whatsappSession.businessId, hold.ctx.businessId)),
    "whatsapp.saveCreds",
  );
}

/** The values there are, by name. */
export async function readKeys(ctx: Context, type: string, names: string[]): Promise<Map<string, Uint8Array>> {
  if (names.length === 0) return new Map();
  const rows = await forBusiness(
    ctx,
    (tx) =>
      tx
        .select({ name: whatsappKey.name, value: whatsappKey.value })
        .from(whatsappKey)
        .where(
          and(eq(whatsappKey.businessId, ctx.businessId), eq(whatsappKey.type, type), inArray(whatsappKey.name, names)),
        ),
    "whatsapp.readKeys",
  );
  return new Map(rows.map(({ name, value }) => [name, unseal(value, keyPlace(ctx, type, name))]));
}

/** All of the changes or none, and the message that they decrypted with them. Throws HoldLost. */
export async function writeKeys(hold: Hold, changes: readonly KeyChange[], arrival: Arrival | null): Promise<void> {
  await asHolder(
    hold,
    async (tx) => {
      await dropKeys(tx, hold.ctx, changes);
      await putKeys(tx, hold.ctx, changes);
      if (arrival !== null) await putArrival(tx, hold.ctx, arrival);
    },
    "whatsapp.writeKeys",
  );
}

async function putKeys(tx: Tx, ctx: Context, changes: readonly KeyChange[]): Promise<void> {
  const rows = changes.flatMap(({ type, name, value }) =>
    value === null ? [] : [{ businessId: ctx.businessId, type, name, value: seal(value, keyPlace(ctx, type, name)) }],
  );
  if (rows.length === 0) return;
  await tx
    .insert(whatsappKey)
    .values(rows)
    .onConflictDoUpdate({
      target: [whatsappKey.businessId, whatsappKey.type, whatsappKey.name],
      set: { value: sql`excluded.value` },
    });
}

async function dropKeys(tx: Tx, ctx: Context, changes: readonly KeyChange[]): Promise<void> {
  const gone = Map.groupBy(
    changes.filter(({ value }) => value === null),
    ({ type }) => type,
  );
  for (const [type, dropped] of gone) {
    const names = dropped.map(({ name }) => name);
    await tx
      .delete(whatsappKey)
      .where(
        and(eq(whatsappKey.businessId, ctx.businessId), eq(whatsappKey.type, type), inArray(whatsappKey.name, names)),
      );
  }
}

async function putArrival(tx: Tx, ctx: Context, { providerId, value }: Arrival): Promise<void> {
  await tx
    .insert(whatsappArrival)
    .values({ businessId: ctx.businessId, providerId, value: seal(value, arrivalPlace(ctx, providerId)) })
    .onConflictDoNothing();
}

/** Forgets the pairing with everything that belongs to it. Messages stay. Throws HoldLost. */
export async function forgetDevice(hold: Hold): Promise<void> {
  const { ctx } = hold;
  await asHolder(
    hold,
    async (tx) => {
      await tx.delete(whatsappKey).where(eq(whatsappKey.businessId, ctx.businessId));
      await tx.delete(whatsappSent).where(eq(whatsappSent.businessId, ctx.businessId));
      await tx
        .update(whatsappSession)
        .set({ creds: null, number: null, forget: false })
        .where(eq(whatsappSession.businessId, ctx.businessId));
    },
    "whatsapp.forgetDevice",
  );
}

/** One that waits to be received. */
export interface KeptArrival {
  providerId: string;
  since: Date;
  /** Whether the staff know that it waits. */
  told: boolean;
  /** Throws when it was sealed with another key. */
  open(): Uint8Array;
}

const MOST_AT_ONCE = 500;
/** So often it is tried to receive one: for about two hours. */
export const MOST_TRIES = 16;
const FIRST_PAUSE_SECONDS = 30;
const LONGEST_PAUSE_SECONDS = 600;

/**
 * What was decrypted and not yet received, oldest first: those whose turn was longest ago, so that none waits behind what
 * cannot be received. What has failed comes again after pauses that double, and in the end no more.
 */
export async function arrivals(ctx: Context): Promise<KeptArrival[]> {
  const rows = await forBusiness(
    ctx,
    (tx) => {
      const next = tx
        .select({ id: whatsappArrival.id })
        .from(whatsappArrival)
        .where(and(eq(whatsappArrival.businessId, ctx.businessId), isDue()))
        .orderBy(sql`${whatsappArrival.triedAt} nulls first`, asc(whatsappArrival.id))
        .limit(MOST_AT_ONCE);
      return tx
        .update(whatsappArrival)
        .set({ triedAt: sql`now()` })
        .where(inArray(whatsappArrival.id, next))
        .returning();
    },
    "whatsapp.arrivals",
  );
  return rows
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map(({ providerId, value, createdAt, toldAt }) => ({
      ...{ providerId, since: createdAt, told: toldAt !== null },
      open: () => unseal(value, arrivalPlace(ctx, providerId)),
    }));
}

function isDue() {
  const { failures, triedAt } = whatsappArrival;
  const pause = sql`least(${LONGEST_PAUSE_SECONDS}, ${FIRST_PAUSE_SECONDS} * 2 ^ (${failures} - 1))`;
  const passed = sql`${triedAt} <= now() - make_interval(secs => ${pause})`;
  return and(lt(failures, MOST_TRIES), or(eq(failures, 0), passed));
}

/** It was received, or there was nothing in it to receive. */
export async function dropArrival(ctx: Context, providerId: string): Promise<void> {
  await forBusiness(
    ctx,
    (tx) =>
      tx
        .delete(whatsappArrival)
        .where(and(eq(whatsappArrival.businessId, ctx.businessId), eq(whatsappArrival.providerId, providerId))),
    "whatsapp.dropArrival",
  );
}

/** What was sent under this name, for who asks for it again. Throws HoldLost. */
export async function keepSentContent(hold: Hold, providerId: string, content: Uint8Array): Promise<void> {
  const { ctx } = hold;
  const value = seal(content, sentPlace(ctx, providerId));
  await asHolder(
    hold,
    (tx) => tx.insert(whatsappSent).values({ businessId: ctx.businessId, providerId, value }).onConflictDoNothing(),
    "whatsapp.keepSentContent",
  );
}

export async function readSentContent(ctx: Context, providerId: string): Promise<Uint8Array | null> {
  const [row] = await forBusiness(
    ctx,
    (tx) =>
      tx
        .select({ value: whatsappSent.value })
        .from(whatsappSent)
        .where(and(eq(whatsappSent.businessId, ctx.businessId), eq(whatsappSent.providerId, providerId))),
    "whatsapp.readSentContent",
  );
  return row ? unseal(row.value, sentPlace(ctx, providerId)) : null;
}

const KEPT_DAYS = 14;

/** Nobody asks again for what was sent so long ago. */
export async function sweepSentContent(tx: Tx): Promise<void> {
  await tx.delete(whatsappSent).where(sql`${whatsappSent.createdAt} < now() - make_interval(days => ${KEPT_DAYS})`);
}

const PUT_ASIDE_DAYS = 30;

/** Nobody has mended in all that time what kept it from being received. */
export async function sweepArrivals(tx: Tx): Promise<void> {
  const old = sql`${whatsappArrival.createdAt} < now() - make_interval(days => ${PUT_ASIDE_DAYS})`;
  await tx.delete(whatsappArrival).where(and(gte(whatsappArrival.failures, MOST_TRIES), old));
}

const credsPlace = ({ businessId }: Context) => `whatsapp_creds:${businessId}`;
const keyPlace = ({ businessId }: Context, type: string, name: string) => `whatsapp_key:${businessId}:${type}:${name}`;
const arrivalPlace = ({ businessId }: Context, providerId: string) => `whatsapp_arrival:${businessId}:${providerId}`;
const sentPlace = ({ businessId }: Context, providerId: string) => `whatsapp_sent:${businessId}:${providerId}`;
