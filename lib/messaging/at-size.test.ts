/** What the list of conversations costs in an inbox that has been used for years: 40,000 conversations of two businesses. */
import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { encodeCursor } from "../db/cursor.ts";
import { type TestBusiness, testBusiness } from "../testing/business.ts";
import { type TestDatabase, testDatabase } from "../testing/database.ts";
import { explain, indexesOf, tooMuch } from "../testing/explain.ts";
import { conversationPage, unreadCount } from "./queries.ts";
import { type conversationFilters, conversationListInput } from "./schemas/views.ts";

const CONVERSATIONS = 40_000;
let database: TestDatabase;
let business: TestBusiness;
let app: postgres.Sql;
beforeAll(async () => {
  database = await testDatabase();
  business = await testBusiness();
  await fill(database.owner, [business, await testBusiness()]);
  app = postgres(database.appUrl, { max: 1, onnotice: () => {} });
  await app`select set_config('app.business_id', ${business.id}, false)`;
}, 60_000);
afterAll(async () => {
  await app.end();
  await database.drop();
});

const indexes: Record<(typeof conversationFilters)[number], string> = {
  open: "conversation_recent",
  unread: "conversation_unread",
  mine: "conversation_assignee",
  unassigned: "conversation_recent",
  bot: "conversation_mode",
  human: "conversation_mode",
  snoozed: "conversation_snoozed",
  closed: "conversation_closed",
};
const middle = encodeCursor(new Date(Date.UTC(2026, 0, 8)).toISOString(), "019b0000-0000-7000-8000-000000000000");

describe(`a page of ${CONVERSATIONS} conversations`, () => {
  it.each(Object.entries(indexes))("%s: reads what it shows, by %s", async (filter, index) => {
    for (const cursor of [undefined, middle]) {
      const input = conversationListInput.parse({ filter, cursor });
      const { answer, plans } = await explain(app, (tx) => conversationPage(tx, business.as("staff"), input));
      expect(answer.items).toHaveLength(40);
      expect(tooMuchOfTheInbox(plans)).toEqual([]);
      expect(indexesOf(plans)).toContain(index);
    }
  });

  it("how many are unread is counted by their own index", async () => {
    const { answer, plans } = await explain(app, (tx) => unreadCount(tx, business.ctx));
    expect(answer).toBeGreaterThan(0);
    expect(tooMuchOfTheInbox(plans)).toEqual([]);
    expect(indexesOf(plans)).toContain("conversation_unread");
  });
});

/** Tables of a few rows (the staff, the business) are rightly read from end to end. */
function tooMuchOfTheInbox(plans: Parameters<typeof tooMuch>[0]): string[] {
  return tooMuch(plans).filter((step) => /conversation|customer/.test(step));
}

/** A fifth is closed, another put off; of the others some are unread, some a person's, a few those of one of the staff. */
async function fill(owner: postgres.Sql, businesses: TestBusiness[]): Promise<void> {
  await owner.begin(async (sql) => {
    await sql`set local session_replication_role = replica`;
    for (const { id, owner: assignee } of businesses) {
      await sql`
        insert into customer (business_id, name, phone)
        select ${id}, 'לקוח ' || n, '+97252' || lpad(n::text, 7, '0') from generate_series(1, ${CONVERSATIONS / 2}::int) n`;
      await sql`
        insert into conversation (business_id, channel, customer_id, address, state, mode, assignee_id, unread, last_message_at)
        select ${id}, 'whatsapp', c.id, c.phone,
          case n % 5 when 0 then 'closed' when 1 then 'snoozed' else 'open' end,
          case when n % 7 = 2 then 'human' else 'bot' end,
          case when n % 13 = 3 then ${assignee.id}::uuid end,
          case when n % 11 = 4 then 2 else 0 end,
          timestamptz '2026-01-01' + n * interval '1 minute'
        from customer c, lateral (select right(c.phone, 7)::int as n) p where c.business_id = ${id}`;
    }
  });
  await owner`analyze`;
}
