/** What the inbox costs when it is full: 100,000 conversations and two million messages, asked for by the product's verbs. */
import postgres from "postgres";
import { callsOfCustomer } from "#lib/calls/calls-of-customer.ts";
import { encodeCursor } from "#lib/db/cursor.ts";
import type { Tx } from "#lib/db/tenant.ts";
import { getTimeline } from "#lib/messaging/get-timeline.ts";
import { listConversations } from "#lib/messaging/list-conversations.ts";
import { conversationPage, messageViews, newestMessages } from "#lib/messaging/queries.ts";
import { type ConversationView, conversationFilters, conversationListInput } from "#lib/messaging/schemas/views.ts";
import { explain, indexesOf, tooMuch } from "#lib/testing/explain.ts";
import type { Bench, Group } from "../../group.ts";
import { percentile } from "../../statistics.ts";
import { type Inbox, withInbox } from "./database.ts";
import { TABLES } from "./fill.ts";
import { SOUGHT } from "./words.ts";

const ROUNDS = 100;
const SEARCH_ROUNDS = 30;
const TARGETS = { list: 50, timeline: 30, search: 200 } as const;
const PAGE = 61;

export const inboxGroup: Group = async (bench) => {
  await withInbox(bench.note, async (inbox) => {
    const { madeInS } = inbox;
    if (madeInS !== null)
      bench.figure({ name: "whatsapp.inbox_made_in", value: madeInS, unit: "s", target: { atMost: 600 } });
    const owner = postgres(inbox.ownerUrl, { max: 1, onnotice: () => {} });
    try {
      const before = await scansOf(owner);
      await measureLists(bench, inbox);
      await measureTimelines(bench, inbox, owner);
      await measureSearches(bench, inbox);
      await tellPlans(bench, inbox);
      const ends = (await scansOf(owner)) - before;
      bench.figure({
        name: "whatsapp.inbox_tables_read_from_end_to_end",
        value: ends,
        unit: "times",
        target: { atMost: 0 },
        note: `of ${TABLES.join(", ")}, in all of the above`,
      });
    } finally {
      await owner.end();
    }
  });
};

/** The first page of each filter, and pages from the middle. */
async function measureLists(bench: Bench, { ctx }: Inbox): Promise<void> {
  for (const filter of conversationFilters) {
    const first = await listConversations(ctx, { filter });
    const middle = encodeCursor(new Date(Date.now() - 20 * 86_400_000).toISOString(), first.items[0]?.id ?? "");
    await timed(bench, `list_${filter}`, TARGETS.list, ROUNDS, (round) =>
      listConversations(ctx, round % 2 === 0 ? { filter } : { filter, cursor: middle }),
    );
  }
}

/** What the page shows of a conversation: the messages of its customer with their files, calls and events. */
async function measureTimelines(bench: Bench, { ctx }: Inbox, owner: postgres.Sql): Promise<void> {
  const some = await owner<{ id: string }[]>`select id from conversation tablesample system (1) limit ${ROUNDS * 3}`;
  await timed(bench, "timeline", TARGETS.timeline, some.length, (round) =>
    getTimeline(ctx, { conversationId: some[round]?.id ?? "" }),
  );
}

async function measureSearches(bench: Bench, { ctx }: Inbox): Promise<void> {
  for (const [name, q] of Object.entries(SOUGHT)) {
    const { items } = await listConversations(ctx, { q });
    await timed(
      bench,
      `search_${name}`,
      TARGETS.search,
      SEARCH_ROUNDS,
      () => listConversations(ctx, { q }),
      `"${q}", ${items.length} on the page`,
    );
  }
}

async function timed(
  bench: Bench,
  name: string,
  atMost: number,
  rounds: number,
  ask: (round: number) => Promise<unknown>,
  about?: string,
): Promise<void> {
  const times: number[] = [];
  for (let round = 0; round < rounds && !bench.signal.aborted; round++) {
    const startedAt = performance.now();
    await ask(round);
    times.push(performance.now() - startedAt);
  }
  bench.raw(name, times);
  const note = [
    `${times.length} times, p50 ${(percentile(times, 50) ?? 0).toFixed(1)} ms`,
    ...(about === undefined ? [] : [about]),
  ];
  bench.figure({
    name: `whatsapp.inbox_${name}_p95`,
    value: percentile(times, 95),
    unit: "ms",
    target: { atMost },
    note: note.join(", "),
  });
}

/** Which indexes the pages are found by, as EXPLAIN ANALYZE says. */
async function tellPlans(bench: Bench, inbox: Inbox): Promise<void> {
  const { ctx, appUrl } = inbox;
  const app = postgres(appUrl, { max: 1, onnotice: () => {} });
  await app`select set_config('app.business_id', ${ctx.businessId}, false)`;
  const { items } = await listConversations(ctx, { limit: 1 });
  const asked: [string, Parameters<typeof explain>[1]][] = [
    ...conversationFilters.map((filter): (typeof asked)[number] => [
      `list_${filter}`,
      (tx) => conversationPage(tx, ctx, conversationListInput.parse({ filter })),
    ]),
    ...items.map((one): (typeof asked)[number] => ["timeline", (tx) => timelineOf(tx, inbox, one)]),
  ];
  const bad: string[] = [];
  for (const [name, ask] of asked) {
    const { plans } = await explain(app, ask);
    bench.note(`${name}: ${indexesOf(plans).join(", ")}`);
    bench.raw(`plan_${name}`, plans);
    bad.push(...tooMuch(plans).map((step) => `${name}: ${step}`));
  }
  await app.end();
  bench.figure({
    name: "whatsapp.inbox_plans_without_an_index",
    value: bad.length,
    unit: "steps",
    target: { atMost: 0 },
    note: [`of ${asked.length} plans`, ...bad.slice(0, 2)].join("; "),
  });
}

/** What getTimeline asks for. */
async function timelineOf(tx: Tx, { ctx }: Inbox, { id, customerId }: ConversationView): Promise<void> {
  const rows = await newestMessages(tx, { conversationId: id, before: null, limit: PAGE, withEvents: true });
  await callsOfCustomer(tx, ctx, { customerId, before: null, limit: PAGE });
  await messageViews(tx, rows);
}

/** How often one of the tables was read from its beginning to its end so far. */
async function scansOf(owner: postgres.Sql): Promise<number> {
  // Each backend tells what it has done at most once a second, when it has nothing to do.
  await owner`select pg_sleep(1.2)`;
  await owner`select pg_stat_clear_snapshot()`;
  const [row] = await owner<{ scans: number }[]>`
    select sum(seq_scan)::int as scans from pg_stat_user_tables where relname = any(${TABLES})`;
  return row?.scans ?? 0;
}
