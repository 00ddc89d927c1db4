/**
 * The few questions asked before a business is known. Each is a SECURITY DEFINER function in the database that answers
 * just this; there is no other way past row-level security.
 */
import { createHash } from "node:crypto";
import { z } from "zod";
import { sqlClient, timed } from "./client.ts";

/** Each of those that ask for one gives it as `id`, or null. */
function oneBusiness(rows: readonly { id?: unknown }[]): string | null {
  return z
    .uuid()
    .nullable()
    .parse(rows[0]?.id ?? null);
}

/** Whose number was dialled (E.164)? */
export function businessByNumber(e164: string): Promise<string | null> {
  return timed("businessByNumber", async () => {
    const rows = await sqlClient()`select system_business_by_number(${e164}) as id`;
    return oneBusiness(rows);
  });
}

/** Whose call is this? */
export function businessByCall(callSid: string): Promise<string | null> {
  return timed("businessByCall", async () => {
    const rows = await sqlClient()`select system_business_by_call(${callSid}) as id`;
    return oneBusiness(rows);
  });
}

/** Whose WhatsApp number is this (E.164)? A sole business without one of its own has `ours`, the product's. */
export function businessByWhatsapp(e164: string, ours: string | null): Promise<string | null> {
  return timed("businessByWhatsapp", async () => {
    const rows = await sqlClient()`select system_business_by_whatsapp(${e164}, ${ours}) as id`;
    return oneBusiness(rows);
  });
}

/** Whose messages are these, by their carrier's names for them? Those that nobody has are missing. */
export function businessesByMessages(carrier: string, providerIds: string[]): Promise<Map<string, string>> {
  return timed("businessesByMessages", async () => {
    const rows = await sqlClient()`
      select name, business from system_businesses_by_messages(${carrier}, ${providerIds}::text[])`;
    return new Map(rows.map((row) => [z.string().parse(row.name), z.uuid().parse(row.business)]));
  });
}

/** Whose payment is on the page of this random name? */
export function businessByPaymentToken(token: string): Promise<string | null> {
  return timed("businessByPaymentToken", async () => {
    const rows = await sqlClient()`select system_business_by_payment_token(${token}) as id`;
    return oneBusiness(rows);
  });
}

/** Whose payment is this, by its id? */
export function businessByPayment(paymentId: string): Promise<string | null> {
  return timed("businessByPayment", async () => {
    const rows = await sqlClient()`select system_business_by_payment(${paymentId}) as id`;
    return oneBusiness(rows);
  });
}

/** Can any business be paid by a link? */
export async function hasGateway(): Promise<boolean> {
  const rows = await sqlClient()`select system_has_gateway() as has`;
  return z.boolean().parse(rows[0]?.has);
}

/** The businesses whose paired phone nobody looks after, and somebody should. */
export function unheldWhatsapp(): Promise<string[]> {
  return timed("unheldWhatsapp", async () => {
    const rows = await sqlClient()`select system_whatsapp_unheld() as id`;
    return rows.map((row) => z.uuid().parse(row.id));
  });
}

/** How many paired phones of all businesses are in which state: those that are wanted, or have failed. */
export async function whatsappStates(): Promise<Record<string, number>> {
  const rows = await sqlClient()`select state, sessions::int from system_whatsapp_states()`;
  const states = z.array(z.object({ state: z.string(), sessions: z.number() })).parse([...rows]);
  return Object.fromEntries(states.map(({ state, sessions }) => [state, sessions]));
}

/** How many messages there were in all businesses since then: for the platform's own health page. */
export async function messagesSince(since: Date): Promise<number> {
  const rows = await sqlClient()`select system_messages_since(${since.toISOString()})::int as messages`;
  return z.number().parse(rows[0]?.messages);
}

/** Every business there is, oldest first: for jobs that look after all of them. */
export function allBusinesses(): Promise<string[]> {
  return timed("allBusinesses", async () => {
    const rows = await sqlClient()`select system_businesses() as id`;
    return rows.map((row) => z.uuid().parse(row.id));
  });
}

/** How many calls there were in all businesses since then: for the platform's own health page. */
export async function callsSince(since: Date): Promise<number> {
  const rows = await sqlClient()`select system_calls_since(${since.toISOString()})::int as calls`;
  return z.number().parse(rows[0]?.calls);
}

/** The MP3 of this random name. */
export function voiceFileByName(name: string): Promise<Uint8Array<ArrayBuffer> | null> {
  return timed("voiceFileByName", async () => {
    const rows = await sqlClient()`select system_voice_file(${name}) as mp3`;
    const mp3 = z
      .instanceof(Uint8Array)
      .nullable()
      .parse(rows[0]?.mp3 ?? null);
    return mp3 && new Uint8Array(mp3);
  });
}

const loginRow = z.object({
  user_id: z.uuid(),
  user_name: z.string(),
  password_hash: z.string(),
  platform_admin: z.boolean(),
  business_id: z.uuid().nullable(),
});

/** Who logs in with this address (lower case), and into which business? */
export function loginByEmail(email: string): Promise<z.infer<typeof loginRow> | null> {
  return timed("loginByEmail", async () => {
    const rows = await sqlClient()`select * from system_login(${email})`;
    return rows[0] ? loginRow.parse(rows[0]) : null;
  });
}

const sessionRow = z.object({
  user_id: z.uuid(),
  user_name: z.string(),
  email: z.string(),
  platform_admin: z.boolean(),
  business_id: z.uuid(),
  business_name: z.string(),
  role: z.enum(["owner", "staff", "viewer"]),
  expires_at: z.coerce.date(),
});
export type SessionRow = z.infer<typeof sessionRow>;

/** Who is this session? Null when it was revoked, has expired, or never was. */
export function sessionById(sessionId: string): Promise<SessionRow | null> {
  return timed("sessionById", async () => {
    const rows = await sqlClient()`select * from system_session(${sessionId})`;
    return rows[0] ? sessionRow.parse(rows[0]) : null;
  });
}

/** Keeps the hash of a one-time link for this address. Null when nobody has it. */
export function keepPasswordReset(
  email: string,
  tokenHash: string,
  lastsMinutes: number,
): Promise<{ userName: string } | null> {
  return timed("keepPasswordReset", async () => {
    const lasts = `${lastsMinutes} minutes`;
    const rows =
      await sqlClient()`select * from system_keep_password_reset(${email}, ${tokenHash}, ${lasts}::interval)`;
    return rows[0] ? { userName: z.string().parse(rows[0].user_name) } : null;
  });
}

/** Uses a one-time link up: new password, every session ended. False when the link is not (or no longer) good. */
export function redeemPasswordReset(tokenHash: string, passwordHash: string): Promise<boolean> {
  return timed("redeemPasswordReset", async () => {
    const rows = await sqlClient()`select system_use_password_reset(${tokenHash}, ${passwordHash}) as done`;
    return z.boolean().parse(rows[0]?.done);
  });
}

const windowHits = z
  .object({ hits: z.number(), left: z.number() })
  .transform(({ hits, left }) => ({ hits, secondsLeft: Math.max(1, left) }));

/**
 * Counts one hit on `key` within the current window and says how many there were, this one included, and how many
 * seconds are left of the window. Windows are aligned to the clock.
 */
export function countHit(key: string, windowSeconds: number): Promise<{ hits: number; secondsLeft: number }> {
  return timed("countHit", async () => {
    const rows = await sqlClient()`
      insert into rate_window as w (key, window_start, hits)
      values (${key}, to_timestamp(floor(extract(epoch from now()) / ${windowSeconds}::int) * ${windowSeconds}::int), 1)
      on conflict (key, window_start) do update set hits = w.hits + 1
      returning hits, ceil(extract(epoch from window_start) + ${windowSeconds}::int - extract(epoch from now()))::int as left`;
    return windowHits.parse(rows[0]);
  });
}

/** How many hits `key` has in the current window, without counting one. */
export function currentHits(key: string, windowSeconds: number): Promise<{ hits: number; secondsLeft: number }> {
  return timed("currentHits", async () => {
    const rows = await sqlClient()`
      with w as (select to_timestamp(floor(extract(epoch from now()) / ${windowSeconds}::int) * ${windowSeconds}::int) as start)
      select coalesce((select hits from rate_window where key = ${key} and window_start = w.start), 0) as hits,
        ceil(extract(epoch from w.start) + ${windowSeconds}::int - extract(epoch from now()))::int as left from w`;
    return windowHits.parse(rows[0]);
  });
}

/** Takes one hit of the current window back. */
export async function takeHitBack(key: string, windowSeconds: number): Promise<void> {
  await sqlClient()`
    update rate_window set hits = greatest(hits - 1, 0) where key = ${key}
      and window_start = to_timestamp(floor(extract(epoch from now()) / ${windowSeconds}::int) * ${windowSeconds}::int)`;
}

/** Forgets every hit on `key`: after a login that succeeded. */
export async function forgetHits(key: string): Promise<void> {
  await sqlClient()`delete from rate_window where key = ${key}`;
}

interface UnclaimedPost {
  job: string;
  channel: string;
  reason: string;
  post: { form: Record<string, string> };
}

/** What nobody could take of what a carrier has posted, as it came: for thirty days, and the same once. `job` takes such posts. */
export async function keepUnclaimedPost({ job, channel, reason, post }: UnclaimedPost): Promise<void> {
  // When, and under which name of ours, it was brought makes no other post of it.
  const digest = createHash("sha256")
    .update(JSON.stringify([job, channel, post.form]))
    .digest("hex");
  const text = JSON.stringify(post);
  await sqlClient()`
    insert into unclaimed_post (digest, job, channel, reason, post)
    values (${digest}, ${job}, ${channel}, ${reason}, ${text}::text::jsonb) on conflict do nothing`;
}

/** This process is alive in this role. */
export async function beat(role: string, instance: string): Promise<void> {
  await sqlClient()`
    insert into process_heartbeat (role, instance, seen_at) values (${role}, ${instance}, now())
    on conflict (role, instance) do update set seen_at = now()`;
}

/** These are alive in this role. */
export async function beatAll(role: string, instances: string[]): Promise<void> {
  if (instances.length === 0) return;
  await sqlClient()`
    insert into process_heartbeat (role, instance, seen_at) select ${role}, unnest(${instances}::text[]), now()
    on conflict (role, instance) do update set seen_at = now()`;
}

/** This process has stopped doing this. */
export async function stopBeating(role: string, instance: string): Promise<void> {
  await sqlClient()`delete from process_heartbeat where role = ${role} and instance = ${instance}`;
}

/** Was anybody alive in this role within the last seconds? */
export async function isAlive(role: string, withinSeconds: number): Promise<boolean> {
  const rows = await sqlClient()`
    select exists (select from process_heartbeat where role = ${role} and seen_at > now() - make_interval(secs => ${withinSeconds})) as alive`;
  return z.boolean().parse(rows[0]?.alive);
}

/** Jobs waiting, and jobs that have used up their tries. */
export async function jobCounts(): Promise<{ waiting: number; failed: number }> {
  const rows = await sqlClient()`select waiting::int, failed::int from job_counts()`;
  return z.object({ waiting: z.number(), failed: z.number() }).parse(rows[0]);
}

/** Round trip in ms, and how many connections this database has. */
export async function pingDatabase(): Promise<{ latencyMs: number; connections: number }> {
  const start = performance.now();
  const rows =
    await sqlClient()`select count(*)::int as connections from pg_stat_activity where datname = current_database()`;
  return { latencyMs: performance.now() - start, connections: z.number().parse(rows[0]?.connections) };
}

/** Deletes what nobody needs any longer: windows and heartbeats of the past, posts that nobody has claimed in a month. */
export async function sweepSystem(): Promise<void> {
  await sqlClient()`delete from rate_window where window_start < now() - interval '1 day'`;
  await sqlClient()`delete from process_heartbeat where seen_at < now() - interval '1 hour'`;
  // The table's policy shows nothing younger.
  await sqlClient()`delete from unclaimed_post where created_at < now() - interval '30 days'`;
}
