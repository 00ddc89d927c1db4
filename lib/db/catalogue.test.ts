import type postgres from "postgres";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type TestDatabase, testDatabase } from "../testing/database.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

/** Tables that belong to a business, or to people, and are not shut: what must always be none. */
async function unguardedTables(owner: postgres.Sql): Promise<string[]> {
  const tables = await owner`
    select c.relname as name from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'm')
      and c.relname not in ('rate_window', 'process_heartbeat')
      and not (c.relrowsecurity and c.relforcerowsecurity and (
        c.relname in ('user', 'password_reset', 'unclaimed_post') or exists (
          select from pg_policies p where p.schemaname = 'public' and p.tablename = c.relname and p.policyname = 'tenant'
            and p.permissive = 'PERMISSIVE' and p.cmd = 'ALL' and p.roles = '{moked_app}'
            and p.qual ~ '^\\(\\w+ = current_business\\(\\)\\)$' and p.with_check = p.qual)))`;
  return tables.map(({ name }) => String(name));
}

/** Policies that the app has besides the tenants' own. */
async function otherPolicies(owner: postgres.Sql): Promise<string[]> {
  const policies = await owner`
    select tablename || '.' || policyname || ' ' || cmd as name from pg_policies
    where roles <> ${`{${(await owner`select current_user as me`)[0]?.me}}`} and policyname <> 'tenant' order by 1`;
  return policies.map(({ name }) => String(name));
}

describe("the catalogue", () => {
  it("has a forced tenant policy on every table that belongs to a business", async () => {
    expect(await unguardedTables(database.owner)).toEqual([]);
    const [tables] = await database.owner`select count(*)::int as n from pg_policies where policyname = 'tenant'`;
    expect(tables?.n).toBeGreaterThanOrEqual(12);
  });

  it("lets the app see people as colleagues only, and add newcomers; and what nobody claims only to throw it away", async () => {
    expect(await otherPolicies(database.owner)).toEqual([
      ...["unclaimed_post.kept INSERT", "unclaimed_post.old SELECT", "unclaimed_post.swept DELETE"],
      ...["user.colleague SELECT", "user.newcomer INSERT"],
    ]);
  });

  it("gives the app nothing more than it needs", async () => {
    const [role] = await database.owner`
      select rolsuper, rolbypassrls, rolcreatedb, rolcreaterole, rolreplication,
        (select count(*)::int from pg_class where relowner = r.oid) as tables,
        (select count(*)::int from pg_proc where proowner = r.oid) as functions,
        (select count(*)::int from pg_auth_members where member = r.oid) as memberships,
        has_schema_privilege('moked_app', 'public', 'CREATE') as creates
      from pg_roles r where rolname = 'moked_app'`;
    expect(role).toEqual({
      ...{ rolsuper: false, rolbypassrls: false, rolcreatedb: false, rolcreaterole: false, rolreplication: false },
      ...{ tables: 0, functions: 0, memberships: 0, creates: false },
    });
  });

  it("keeps what must not be changed or deleted out of the app's reach", async () => {
    const granted = await database.owner`
      select table_name || ' ' || privilege_type as may from information_schema.role_table_grants
      where grantee = 'moked_app' and (privilege_type in ('TRUNCATE', 'TRIGGER', 'REFERENCES')
        or table_name = 'password_reset' or (table_name = 'audit_entry' and privilege_type in ('UPDATE', 'DELETE'))
        or (table_name in ('business', 'call', 'customer', 'conversation', 'message', 'product', 'order', 'order_item', 'counter',
          'message_template', 'broadcast', 'broadcast_recipient', 'gateway', 'payment', 'payment_page')
          and privilege_type = 'DELETE')
        or (table_name = 'user' and privilege_type in ('UPDATE', 'DELETE')))`;
    expect(granted.map(({ may }) => may)).toEqual([]);
  });

  it("lets all tables of one business refer to rows of that business only", async () => {
    const keys = await database.owner`
      select conrelid::regclass::text as from_table, conname as name from pg_constraint
      where contype = 'f' and confrelid::regclass::text not in ('business', '"user"')
        and not exists (select from unnest(conkey) k join pg_attribute a on a.attrelid = conrelid and a.attnum = k where a.attname = 'business_id')`;
    expect(keys).toHaveLength(0);
  });
});

describe("functions that see across businesses", () => {
  // Each must be known here, so that nobody adds one without the question: what does it tell whom? (tenancy.test.ts)
  const known = [
    "enqueue_job",
    "job_counts",
    "search_calls",
    "search_conversations",
    "system_business_by_call",
    "system_business_by_number",
    "system_business_by_payment",
    "system_business_by_payment_token",
    "system_business_by_whatsapp",
    "system_businesses",
    "system_businesses_by_messages",
    "system_calls_since",
    "system_has_gateway",
    "system_keep_password_reset",
    "system_login",
    "system_messages_since",
    "system_session",
    "system_use_password_reset",
    "system_voice_file",
    "system_whatsapp_states",
    "system_whatsapp_unheld",
  ];

  it("are these and no others, cannot be misled by a search path, and are nobody else's", async () => {
    const functions = await database.owner`
      select proname as name, coalesce(proconfig @> array['search_path=public'], false) as pinned,
        has_function_privilege('public', oid, 'EXECUTE') as public from pg_proc
      where prosecdef and pronamespace = 'public'::regnamespace order by proname`;
    expect(functions.map(({ name }) => name)).toEqual(known);
    expect(functions.filter((one) => !one.pinned || one.public)).toEqual([]);
  });
});

describe("a hole in the wall is seen", () => {
  let holed: TestDatabase;
  beforeEach(async () => {
    holed = await testDatabase();
    return () => holed.drop();
  });

  it("when a policy is dropped", async () => {
    await holed.owner`drop policy tenant on task`;
    expect(await unguardedTables(holed.owner)).toEqual(["task"]);
  });

  it("when row-level security is switched off, or no longer forced", async () => {
    await holed.owner`alter table call disable row level security`;
    await holed.owner`alter table turn no force row level security`;
    expect((await unguardedTables(holed.owner)).sort()).toEqual(["call", "turn"]);
  });

  it("when a policy lets in more than the business", async () => {
    await holed.owner`drop policy tenant on event`;
    await holed.owner`create policy tenant on event to moked_app using (business_id = current_business() or true) with check (business_id = current_business())`;
    await holed.owner`create policy everybody on customer for select to moked_app using (true)`;
    expect(await unguardedTables(holed.owner)).toEqual(["event"]);
    expect(await otherPolicies(holed.owner)).toContain("customer.everybody SELECT");
  });

  it("when a new table forgets its policy, or is a copy of others", async () => {
    await holed.owner`create table note (id uuid primary key, business_id uuid not null, words text)`;
    await holed.owner`create materialized view report as select business_id, count(*) from call group by 1`;
    expect((await unguardedTables(holed.owner)).sort()).toEqual(["note", "report"]);
  });
});
