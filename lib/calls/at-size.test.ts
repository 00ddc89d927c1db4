/** What the list of calls costs in a database that has been used for years: 200,000 calls of two businesses. */
import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { encodeCursor } from "../db/cursor.ts";
import { type TestBusiness, testBusiness } from "../testing/business.ts";
import { type TestDatabase, testDatabase } from "../testing/database.ts";
import { explain, indexesOf, stepsOf, tooMuch } from "../testing/explain.ts";
import { callPage, liveCalls } from "./queries.ts";
import { type CallListInput, callListInput } from "./schemas/views.ts";

const CALLS = 200_000;
let database: TestDatabase;
let business: TestBusiness;
let app: postgres.Sql;
beforeAll(async () => {
  database = await testDatabase();
  business = await testBusiness();
  await fill(database.owner, [business.id, (await testBusiness()).id]);
  app = postgres(database.appUrl, { max: 1, onnotice: () => {} });
  await app`select set_config('app.business_id', ${business.id}, false)`;
}, 120_000);
afterAll(async () => {
  await app.end();
  await database.drop();
});

const middle = new Date(Date.UTC(2026, 0, 20)).toISOString();
const id = "019b0000-0000-7000-8000-000000000000";
const questions: [string, CallListInput, string][] = [
  ["newest first", {}, "call_started"],
  ["newest first, from the middle", { cursor: encodeCursor(middle, id) }, "call_started"],
  ["oldest first", { sort: "started_at", cursor: encodeCursor(middle, id) }, "call_started"],
  ["longest first", { sort: "-duration" }, "call_duration"],
  ["shortest first, from the middle", { sort: "duration", cursor: encodeCursor(150, id) }, "call_duration"],
  ["best first", { sort: "-score" }, "call_score"],
  ["best first, from the middle", { sort: "-score", cursor: encodeCursor(50, id) }, "call_score"],
  ["worst first, from the middle", { sort: "score", cursor: encodeCursor(50, id) }, "call_score"],
  ["the hot ones, best first", { sort: "-score", minScore: 70 }, "call_score"],
  ["the hot ones, newest first", { minScore: 70 }, "call_started"],
  ["with a rare wish", { want: "complaint" }, "call_want"],
  ["of callers who were not content", { sentiment: "negative" }, "call_sentiment"],
  ["with a status", { status: "no_answer" }, "call_status"],
  ["going on now", { status: "live" }, "call_live"],
  ["of one day", { from: "2026-01-20", to: "2026-01-20" }, "call_started"],
  ["with a rare word in them", { q: "פנטהאוז 77" }, "call_pkey"],
  ["with a common word in them", { q: "דירה" }, "call_started"],
  ["with a common word in them, longest first", { q: "דירה", sort: "-duration" }, "call_duration"],
  ["with a word of two letters", { q: "דן" }, "call_started"],
  ["by name", { q: "לקוח 1234 כהן" }, "call_pkey"],
  ["by number", { q: "052-000-1234" }, "call_pkey"],
];

describe(`a page of ${CALLS} calls`, () => {
  it.each(questions)("%s: reads what it shows, by its index", async (_name, input, index) => {
    const { answer, plans } = await explain(app, (tx) => callPage(tx, callListInput.parse(input)));
    expect(answer.items.length).toBeGreaterThan(0);
    expect(tooMuch(plans)).toEqual([]);
    expect(indexesOf(plans)).toContain(index);
  });

  it("with a word that nobody said: reads nothing", async () => {
    const { answer, plans } = await explain(app, (tx) => callPage(tx, callListInput.parse({ q: "אבטיחים" })));
    expect(answer.items).toEqual([]);
    expect(stepsOf(plans).map((node) => node["Actual Rows"])).toEqual(stepsOf(plans).map(() => 0));
  });

  it("of one customer", async () => {
    const [row] = await database.owner`select customer_id as id from call where business_id = ${business.id} limit 1`;
    const input = callListInput.parse({ customerId: row?.id });
    const { plans } = await explain(app, (tx) => callPage(tx, input));
    expect(tooMuch(plans)).toEqual([]);
    expect(indexesOf(plans)).toContain("call_customer");
  });

  it("those on the line now", async () => {
    const { answer, plans } = await explain(app, liveCalls);
    expect(answer).toHaveLength(5);
    expect(indexesOf(plans)).toContain("call_live");
  });

  it("is searched through the trigram index, in well under 100 ms", async () => {
    for (const pattern of ["%פנטהאוז 77%", "%אבטיחים%", "% דנ%"]) {
      const took: number[] = [];
      for (let round = 0; round < 3; round++) {
        const start = performance.now();
        await app`select * from search_calls(${pattern}, null, null, 1000)`;
        took.push(performance.now() - start);
      }
      expect(Math.min(...took)).toBeLessThan(100); // 3 ms by the index, 300 without it
    }
  });
});

/** Years of work in some seconds: the indexes are made at the end, foreign keys are not checked row by row. */
async function fill(owner: postgres.Sql, businesses: [string, string]): Promise<void> {
  await owner.begin(async (sql) => {
    await sql`set local session_replication_role = replica`;
    await sql`set local maintenance_work_mem = '256MB'`;
    await sql`set local max_parallel_maintenance_workers = 2`;
    const later = await sql`
      select c.relname as name, pg_get_indexdef(c.oid) as made from pg_index i join pg_class c on c.oid = i.indexrelid
      where i.indrelid in ('call'::regclass, 'turn'::regclass, 'customer'::regclass)
        and not exists (select from pg_constraint where conindid = c.oid)`;
    for (const { name } of later) await sql.unsafe(`drop index ${name}`);
    await sql`
      insert into customer (business_id, name, phone)
      select b.id, 'לקוח ' || n || case n % 3 when 0 then ' לוי' when 1 then ' כהן' else ' דן' end, '+97252' || lpad(n::text, 7, '0')
      from unnest(${businesses}::uuid[]) b(id), generate_series(1, 5000) n`;
    await sql`
      insert into call (business_id, call_sid, direction, status, from_number, to_number, customer_id, started_at, answered_at, ended_at, duration_s, turn_count, want, score, sentiment)
      select c.business_id, 'CA' || c.business_id || c.nth, 'in', case when c.nth % 50 = 0 then 'no_answer' else 'completed' end,
        c.phone, '+97236000000', c.id, at, at, case when c.nth > ${CALLS / 2 - 5} then null else at + interval '2 minutes' end, c.nth % 300, 2,
        case when c.nth % 40 = 0 then 'complaint' else 'rent' end, nullif(c.nth % 101, 100), case when c.nth % 30 = 0 then 'negative' else 'neutral' end
      from (select p.*, (n - 1) * 5000 + row_number() over (partition by p.business_id, n order by p.phone) as nth
        from customer p, generate_series(1, ${CALLS / 2 / 5000}::int) n) c,
        lateral (select timestamptz '2025-06-01' + c.nth * interval '6 minutes' as at) t`;
    await sql`
      insert into turn (business_id, call_id, index, speaker, text, heard_text, search_text, at_ms)
      select business_id, id, i, case i when 0 then 'agent' else 'caller' end, words, words, words, i * 4000
      from call, generate_series(0, 1) i,
        lateral (select case when i = 0 then 'שלומ' when call.call_sid like '%7777' then 'דירה פנטהאוז 77' else 'דירה בתל אביב' end as words) w`;
    for (const { made } of later) await sql.unsafe(made);
  });
  await owner`analyze`;
}
