/** A backlog of messages goes out: how many a second does the outbox hand over, and is any sent twice? */
import postgres from "postgres";
import { pollUntil } from "../../scripts/supervisor/wait.ts";
import type { Bench, Group } from "../group.ts";
import { type ProcessCost, watchProcesses } from "../processes.ts";
import { withProduct } from "../product.ts";
import { People, type Received } from "./people.ts";
import { writerNumber } from "./writers.ts";

const BACKLOG = 3000;
const WARM_UP = 500;
const GONE_WITHIN_MS = 120_000;
const TARGET_PER_SECOND = 200;

export const outboxGroup: Group = async (bench) => {
  await withProduct(bench, async (product) => {
    const sql = postgres(product.databaseUrl, { max: 2 });
    const people = new People(product.phoneUrl);
    try {
      const numbers = Array.from({ length: WARM_UP + 2 * BACKLOG }, (_, index) => writerNumber(index));
      await people.openWindows(product.whatsappNumber, numbers);
      await makeConversations(sql, numbers);
      await queue(sql, numbers.slice(0, WARM_UP));
      await untilGone(sql);
      const run = async (name: string, to: string[], atLeast?: number) => {
        bench.note(`${name}: ${to.length} messages wait to be sent`);
        const processes = watchProcesses(product.dataDir);
        await queue(sql, to);
        await untilGone(sql);
        const costs = processes.stop();
        tell(bench, { name, to, received: await untilThere(people, to), costs, atLeast });
      };
      // Every report about a message is a webhook to us: without any the outbox is measured alone.
      await people.behave({ missing: ["queued", "sent", "delivered", "read"] });
      await run("outbox_alone", numbers.slice(WARM_UP, WARM_UP + BACKLOG));
      await people.behave({ missing: [] });
      await run("outbox", numbers.slice(WARM_UP + BACKLOG), TARGET_PER_SECOND);
      const [left] = await sql<{ unsent: number }[]>`
        select count(*)::int as unsent from message join conversation c on c.id = conversation_id
        where direction = 'out' and provider_id is null and c.address = any(${numbers}::text[])`;
      bench.figure({
        name: "whatsapp.outbox_not_written_down",
        value: left?.unsent ?? null,
        unit: "messages",
        target: { atMost: 0 },
        note: "without the provider's name for them",
      });
    } finally {
      await sql.end();
    }
  });
};

async function makeConversations(sql: postgres.Sql, numbers: string[]): Promise<void> {
  await sql`
    insert into customer (business_id, phone) select b.id, n from business b, unnest(${numbers}::text[]) n`;
  await sql`
    insert into conversation (business_id, channel, address, customer_id, last_inbound_at)
    select business_id, 'whatsapp', phone, id, now() from customer where phone = any(${numbers}::text[])`;
}

/** As lib/messaging/queue-message.ts does it, all of them in one transaction. */
async function queue(sql: postgres.Sql, numbers: string[]): Promise<void> {
  await sql`
    with made as (
      insert into message (business_id, conversation_id, direction, author, body, carrier, status)
      select business_id, id, 'out', 'agent', 'תודה שפניתם אלינו, ' || address, 'twilio', 'queued'
      from conversation where address = any(${numbers}::text[]) returning id, business_id)
    select enqueue_job('send_message', jsonb_build_object('businessId', business_id, 'messageId', id), 'send:' || id, null, 12, null, -10, false)
    from made`;
}

async function untilGone(sql: postgres.Sql): Promise<void> {
  await pollUntil(GONE_WITHIN_MS, 200, async () => {
    const [row] = await sql<{ waiting: boolean }[]>`
      select exists (select from message where direction = 'out' and status in ('queued', 'sending')) as waiting`;
    return row?.waiting === false ? true : undefined;
  });
}

/** A message is on a phone some statuses after it was handed over. */
async function untilThere(people: People, everybody: string[]): Promise<Map<string, Received[]>> {
  const isThere = async () => {
    const got = await people.received(everybody);
    return everybody.every((person) => (got.get(person)?.length ?? 0) > 0) ? got : undefined;
  };
  return (await pollUntil(GONE_WITHIN_MS, 1_000, isThere)) ?? people.received(everybody);
}

interface Run {
  name: string;
  to: string[];
  received: Map<string, Received[]>;
  costs: ProcessCost[];
  atLeast: number | undefined;
}

function tell(bench: Bench, { name, to, received, costs, atLeast }: Run): void {
  const got = to.map((person) => received.get(person) ?? []);
  const handedAt = got
    .flatMap((messages) => messages.map(({ history: [first] }) => first?.at ?? 0))
    .sort((a, b) => a - b);
  const [first, last] = [handedAt[0], handedAt.at(-1)];
  const tookS = first === undefined || last === undefined ? 0 : (last - first) / 1000;
  bench.raw(name, { handedAt, costs });
  bench.figure({
    name: `whatsapp.${name}_rate`,
    value: tookS === 0 ? null : handedAt.length / tookS,
    unit: "messages/s",
    ...(atLeast === undefined ? {} : { target: { atLeast } }),
    note: `${handedAt.length} in ${tookS.toFixed(1)} s, as the network took them`,
  });
  const none = (what: string, value: number) =>
    bench.figure({ name: `whatsapp.${name}_${what}`, value, unit: "messages", target: { atMost: 0 } });
  none("sent_twice", got.filter((one) => one.length > 1).length);
  none("not_sent", got.filter((one) => one.length === 0).length);
  none("refused", got.flat().filter(({ errorCode }) => errorCode !== null).length);
  for (const { name: process, cpuPercent, memoryMb } of costs)
    bench.figure({
      name: `whatsapp.${name}_cpu_${process}`,
      value: cpuPercent,
      unit: "%",
      note: `${Math.round(memoryMb)} MB`,
    });
}
