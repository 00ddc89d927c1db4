/** What the database itself refuses, whatever the code above it does: asked in raw SQL, logged in as the app. */
import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type TestBusiness, testBusiness } from "../testing/business.ts";
import { type TestDatabase, testDatabase } from "../testing/database.ts";
import { type Sample, sampleOf } from "../testing/sample.ts";
import { messageSampleOf } from "../testing/sample-messages.ts";
import { paymentSampleOf } from "../testing/sample-payments.ts";
import { phoneSampleOf } from "../testing/sample-phone.ts";

let database: TestDatabase;
let app: postgres.Sql;
let ours: TestBusiness;
let theirs: TestBusiness;
let mine: Sample;
let hidden: Sample;
let tables: { name: string; column: string }[];
beforeAll(async () => {
  database = await testDatabase();
  ours = await testBusiness("שלנו");
  theirs = await testBusiness("שלהם");
  mine = await sampleOf(ours);
  hidden = await sampleOf(theirs);
  for (const business of [ours, theirs]) {
    const { conversationId, address, orderId } = await messageSampleOf(business, async () => "");
    await paymentSampleOf(business, orderId);
    await phoneSampleOf(business, address);
    await database.owner`
      insert into customer_number (business_id, phone, customer_id)
      select business_id, '+97231234567', customer_id from conversation where id = ${conversationId}`;
  }
  app = postgres(database.appUrl, { max: 2, onnotice: () => {} });
  const rows = await database.owner`select tablename as name from pg_policies where policyname = 'tenant' order by 1`;
  tables = rows.map(({ name }) => ({ name, column: name === "business" ? "id" : "business_id" }));
});
afterAll(async () => {
  await app.end();
  await database.drop();
});

/** Raw SQL in a transaction of our business. */
function asUs<T>(work: (sql: postgres.TransactionSql) => Promise<T>) {
  return app.begin(async (sql) => {
    await sql`select set_config('app.business_id', ${ours.id}, true)`;
    return work(sql);
  });
}

const refused = /row-level security|permission denied/;

describe("without a business", () => {
  it("no row of any table is seen, also after a transaction of some business", async () => {
    await asUs((sql) => sql`select * from call`);
    for (const { name } of [...tables, { name: "user" }]) expect(await app`select * from ${app(name)}`).toHaveLength(0);
  });

  it("nothing can be written", async () => {
    await expect(app`insert into customer (business_id, name) values (${ours.id}, 'דנה')`).rejects.toThrow(refused);
    expect((await app`update task set title = 'אחר'`).count).toBe(0);
    await expect(app`select * from password_reset`).rejects.toThrow(refused);
  });

  it("a setting that is no id is an error, and opens nothing", async () => {
    const asNonsense = app.begin(async (sql) => {
      await sql`select set_config('app.business_id', 'x'' or true', true)`;
      return sql`select * from call`;
    });
    await expect(asNonsense).rejects.toThrow(/uuid/);
  });
});

describe("as one business", () => {
  it("every table shows our own rows, and none of theirs", async () => {
    for (const { name, column } of tables) {
      const [all] =
        await database.owner`select count(*)::int as n from ${database.owner(name)} where ${database.owner(column)} = ${theirs.id}`;
      expect({ name, theirs: all?.n > 0 }).toEqual({ name, theirs: true });
      const seen = await asUs((sql) => sql`select ${sql(column)} as business from ${sql(name)}`);
      expect(new Set(seen.map((row) => row.business))).toEqual(new Set([ours.id]));
    }
    const people = await asUs((sql) => sql`select id from "user"`);
    expect(people.map((row) => row.id)).toEqual([ours.owner.id]);
  });

  it("their rows can be neither changed nor deleted", async () => {
    const before = await fingerprint();
    for (const { name, column } of tables) {
      const update = asUs(
        (sql) => sql`update ${sql(name)} set ${sql(column)} = ${sql(column)} where ${sql(column)} = ${theirs.id}`,
      );
      expect(await countOrRefusal(update)).toBe(0);
      const remove = asUs((sql) => sql`delete from ${sql(name)} where ${sql(column)} = ${theirs.id}`);
      expect(await countOrRefusal(remove)).toBe(0);
    }
    expect(await fingerprint()).toEqual(before);
  });

  it("no row can be put into their business, or moved there", async () => {
    for (const { name, column } of tables) {
      const move = asUs((sql) => sql`update ${sql(name)} set ${sql(column)} = ${theirs.id}`);
      await expect(move, name).rejects.toThrow(refused);
    }
    const inserts: ((sql: postgres.TransactionSql) => Promise<unknown>)[] = [
      (sql) => sql`insert into customer (business_id, name) values (${theirs.id}, 'דנה')`,
      (sql) => sql`insert into phone_number (business_id, e164) values (${theirs.id}, '+97231112222')`,
      (sql) => sql`insert into task (business_id, title, source) values (${theirs.id}, 'משימה', 'staff')`,
      (sql) =>
        sql`insert into membership (business_id, user_id, role) values (${theirs.id}, ${ours.owner.id}, 'owner')`,
      (sql) => sql`insert into event (business_id, type, payload) values (${theirs.id}, 'business.changed', '{}')`,
      (sql) =>
        sql`insert into session (business_id, user_id, expires_at) values (${theirs.id}, ${theirs.owner.id}, now())`,
      (sql) =>
        sql`insert into audit_entry (business_id, action, actor_kind, subject, subject_id) values (${theirs.id}, 'a.b', 'user', 'a', 'b')`,
      (sql) =>
        sql`insert into stream_token (token_hash, business_id, call_id, expires_at) values ('x', ${theirs.id}, ${hidden.callId}, now())`,
    ];
    for (const insert of inserts) await expect(asUs(insert)).rejects.toThrow(refused);
  });

  it("our rows cannot point at theirs", async () => {
    const points: ((sql: postgres.TransactionSql) => Promise<unknown>)[] = [
      (sql) => sql`update task set customer_id = ${hidden.customerId} where id = ${mine.taskId}`,
      (sql) => sql`update task set call_id = ${hidden.callId} where id = ${mine.taskId}`,
      (sql) => sql`update call set customer_id = ${hidden.customerId} where id = ${mine.callId}`,
      (sql) => sql`update turn set call_id = ${hidden.callId}, index = index + 9 where call_id = ${mine.callId}`,
      (sql) =>
        sql`insert into stream_token (token_hash, business_id, call_id, expires_at) values ('y', ${ours.id}, ${hidden.callId}, now())`,
    ];
    for (const point of points) await expect(asUs(point)).rejects.toThrow(/foreign key/);
  });

  it("what was done stays in the record: audit entries are neither changed nor deleted", async () => {
    await expect(asUs((sql) => sql`update audit_entry set action = 'nothing.happened'`)).rejects.toThrow(refused);
    await expect(asUs((sql) => sql`delete from audit_entry`)).rejects.toThrow(refused);
    await expect(asUs((sql) => sql`truncate audit_entry`)).rejects.toThrow(refused);
  });

  it("nobody makes themselves the platform's admin", async () => {
    await expect(asUs((sql) => sql`update "user" set platform_admin = true`)).rejects.toThrow(refused);
    const admin = asUs(
      (sql) => sql`insert into "user" (email, name, password_hash, platform_admin) values ('a@b.co', 'א', 'x', true)`,
    );
    await expect(admin).rejects.toThrow(refused);
  });
});

describe("the functions that see across businesses tell us nothing of theirs", () => {
  it("search finds their words, names and numbers for them, not for us", async () => {
    const [words, number] = ["%פנטהאוז%", `%${hidden.phone.slice(4)}%`];
    const found = await asUs((sql) => sql`select call_id from search_calls(${words}, null, ${number}, 1000)`);
    expect(found.map((row) => row.call_id)).toEqual([mine.callId]);
    expect(await app`select call_id from search_calls(${words}, null, ${number}, 1000)`).toHaveLength(0);
  });

  it("those asked before a business is known answer only to what must be known already", async () => {
    const nobody = [
      app`select system_business_by_number('+97230000000') as it`,
      app`select system_business_by_number('%') as it`,
      app`select system_business_by_call('') as it`,
    ];
    for (const question of nobody) expect((await question)[0]?.it).toBeNull();
    expect(await app`select * from system_login('%')`).toHaveLength(0);
    expect(await app`select * from system_session(${hidden.callId})`).toHaveLength(0);
    expect(await app`select * from system_keep_password_reset('nobody@example.co.il', 'hash', '1 hour')`).toHaveLength(
      0,
    );
    expect((await app`select system_use_password_reset('no such hash', 'x') as it`)[0]?.it).toBe(false);
  });
});

async function countOrRefusal(asked: Promise<postgres.RowList<postgres.Row[]>>): Promise<number> {
  try {
    return (await asked).count;
  } catch (error) {
    expect(String(error)).toMatch(refused);
    return 0;
  }
}

/** Everything of theirs, as one word. */
async function fingerprint(): Promise<unknown[]> {
  const prints = [];
  for (const { name, column } of tables)
    prints.push(
      await database.owner`select md5(string_agg(t::text, ',' order by t::text)) as print from ${database.owner(name)} t where ${database.owner(column)} = ${theirs.id}`,
    );
  return prints.map(([row]) => row?.print);
}
