/** Years of messages in minutes: rows by COPY, the indexes made at the end, foreign keys not checked row by row. */
import { once } from "node:events";
import type postgres from "postgres";
import { searchTextOf } from "#lib/messaging/search-text.ts";
import { wordsOf } from "./words.ts";

export const CONVERSATIONS = 100_000;
export const MESSAGES = 2_000_000;
export const TABLES = ["customer", "conversation", "message", "attachment", "call"];
const DAYS = 700;
const MOST_BYTES = 64 * 1024;

const uuid = (kind: number, index: number) =>
  `019b0000-${String(kind).padStart(4, "0")}-7000-8000-${index.toString(16).padStart(12, "0")}`;
const customerId = (index: number) => uuid(1, index);
const conversationId = (index: number) => uuid(2, index);
/** Ids grow with time, as the real ones do: a call or an event comes between one message and the next. */
const messageId = (index: number) => uuid(3, index * 4);
const callId = (index: number) => uuid(3, index * 4 + 1);
const eventId = (index: number) => uuid(3, index * 4 + 2);
const attachmentId = (index: number) => uuid(4, index);

/** Everybody writes in turns; whoever is asked for is one of those in the middle. */
export function conversationOf(message: number): number {
  return (message * 7919) % CONVERSATIONS;
}

/**
 * What else happens when this message is written: everybody has two calls, two files and two events among their twenty
 * messages, each at another time.
 */
function happensBeside(message: number, what: "call" | "file" | "event"): boolean {
  const nth = (conversationOf(message) + Math.floor(message / CONVERSATIONS)) % 10;
  return nth === { call: 0, file: 3, event: 6 }[what];
}

/** Fills an empty, migrated database with one business's inbox; `assignee` is one of the staff. */
export async function fillInbox(owner: postgres.Sql, businessId: string, assignee: string): Promise<void> {
  await owner.begin(async (sql) => {
    await sql`set local session_replication_role = replica`;
    await sql`set local maintenance_work_mem = '512MB'`;
    await sql`set local max_parallel_maintenance_workers = 2`;
    const later = await sql`
      select c.relname as name, pg_get_indexdef(c.oid) as made from pg_index i join pg_class c on c.oid = i.indexrelid
      where i.indrelid = any(${TABLES}::text[]::regclass[])
        and not exists (select from pg_constraint where conindid = c.oid)`;
    for (const { name } of later) await sql.unsafe(`drop index ${name}`);
    await copy(sql, "customer (id, business_id, name, phone)", customers(businessId));
    await copy(
      sql,
      "conversation (id, business_id, channel, customer_id, address, state, mode, assignee_id, unread, last_inbound_at, last_message_at, last_text, last_direction, created_at)",
      conversations(businessId, assignee),
    );
    await copy(
      sql,
      "message (id, business_id, conversation_id, direction, author, body, content, carrier, provider_id, status, created_at, sent_at, search_text)",
      messages(businessId),
    );
    await copy(
      sql,
      "attachment (id, business_id, message_id, kind, state, source, content_type, file_name, size_bytes, file_key, created_at)",
      attachments(businessId),
    );
    await copy(
      sql,
      "call (id, business_id, call_sid, direction, status, from_number, to_number, customer_id, started_at, answered_at, ended_at, duration_s, ending, turn_count, summary)",
      calls(businessId),
    );
    for (const { made } of later) await sql.unsafe(made);
  });
  await owner.unsafe(`vacuum (analyze) ${TABLES.join(", ")}`);
}

async function copy(
  sql: postgres.TransactionSql,
  table: string,
  rows: Iterable<(string | number | null)[]>,
): Promise<void> {
  const stream = await sql.unsafe(`copy ${table} from stdin`).writable();
  let text = "";
  for (const row of rows) {
    text += `${row.map((value) => value ?? "\\N").join("\t")}\n`;
    if (text.length < MOST_BYTES) continue;
    if (!stream.write(text)) await once(stream, "drain");
    text = "";
  }
  stream.end(text);
  await once(stream, "finish");
}

function* customers(businessId: string): Iterable<(string | number | null)[]> {
  for (let index = 0; index < CONVERSATIONS; index++) {
    yield [customerId(index), businessId, `לקוח ${index}`, phoneOf(index)];
  }
}

function phoneOf(index: number): string {
  return `+97254${String(index).padStart(7, "0")}`;
}

/** A fifth is closed, a tenth put off; of the others some wait for a look, few have nobody or somebody of the staff. */
function* conversations(businessId: string, assignee: string): Iterable<(string | number | null)[]> {
  for (let index = 0; index < CONVERSATIONS; index++) {
    const last = lastOf(index);
    const at = momentOf(last);
    const mine = index % 50 === 3 ? assignee : index % 3 === 0 ? null : customerId(index % 5);
    yield [
      ...[conversationId(index), businessId, "whatsapp", customerId(index), phoneOf(index)],
      ...[
        index % 5 === 0 ? "closed" : index % 10 === 7 ? "snoozed" : "open",
        index % 10 === 1 ? "human" : "bot",
        mine,
        index % 20 === 2 ? 3 : 0,
      ],
      ...[at, at, wordsOf(last).slice(0, 200), last % 2 === 0 ? "in" : "out", momentOf(0)],
    ];
  }
}

/** The last message of a conversation: they write in rounds. */
function lastOf(conversation: number): number {
  return lastRound + (orderOf.get(conversation) ?? 0);
}
const lastRound = MESSAGES - CONVERSATIONS;
/** Whose turn it is when in a round. */
const orderOf = new Map(Array.from({ length: CONVERSATIONS }, (_, turn) => [conversationOf(turn), turn]));

function momentOf(message: number): string {
  const ago = ((MESSAGES - message) / MESSAGES) * DAYS * 86_400_000;
  return new Date(Date.now() - ago).toISOString();
}

function* messages(businessId: string): Iterable<(string | number | null)[]> {
  for (let index = 0; index < MESSAGES; index++) {
    const words = wordsOf(index);
    const isIn = index % 2 === 0;
    const at = momentOf(index);
    yield [
      ...[messageId(index), businessId, conversationId(conversationOf(index)), isIn ? "in" : "out"],
      ...[isIn ? "customer" : "agent", words, TEXT, "twilio", `SM${String(index).padStart(32, "0")}`],
      ...[isIn ? "received" : "read", at, at, searchTextOf(words)],
    ];
    if (!happensBeside(index, "event")) continue;
    yield [
      ...[eventId(index), businessId, conversationId(conversationOf(index)), "out", "system", "", ASSIGNED],
      ...[null, null, "sent", at, at, ""],
    ];
  }
}
const TEXT = JSON.stringify({ kind: "text" });
const ASSIGNED = JSON.stringify({ kind: "event", event: { what: "assigned", name: "דנה לוי" } });

function* attachments(businessId: string): Iterable<(string | number | null)[]> {
  for (let index = 0; index < MESSAGES; index++) {
    if (!happensBeside(index, "file")) continue;
    const id = attachmentId(index);
    yield [
      ...[id, businessId, messageId(index), "image", "kept", '{"carrier":"none"}', "image/jpeg", ""],
      ...[120_000, `${businessId}/${id}`, momentOf(index)],
    ];
  }
}

function* calls(businessId: string): Iterable<(string | number | null)[]> {
  for (let index = 0; index < MESSAGES; index++) {
    if (!happensBeside(index, "call")) continue;
    const at = momentOf(index);
    const customer = conversationOf(index);
    yield [
      ...[callId(index), businessId, `CA${String(index).padStart(32, "0")}`, "in", "completed", phoneOf(customer)],
      ...["+97236000000", customerId(customer), at, at, at, 95, "caller_hung_up", 8, `שיחה: ${wordsOf(index)}`],
    ];
  }
}
