/** Ten thousand messages, while everything that could lose or repeat one is killed again and again. */
import { setTimeout as wait } from "node:timers/promises";
import postgres from "postgres";
import { findHome } from "../../../scripts/supervisor/postgres/home.ts";
import { runningPostmaster } from "../../../scripts/supervisor/postgres/postmaster.ts";
import { Services } from "../../call/services.ts";
import type { Bench, Group } from "../../group.ts";
import { guarantees } from "../../kills/guarantees.ts";
import { type Kill, Killer } from "../../kills/killer.ts";
import { openLoop } from "../../open-loop.ts";
import { type BenchProduct, withProduct } from "../../product.ts";
import { People } from "../people.ts";
import { question, Writers, type WrittenMessage, writerNumber } from "../writers.ts";
import { judge, type KeptConversation, type Verdict } from "./verdict.ts";

/** Everybody writes one burst, and should get one answer. */
const BURSTS = 2_500;
const LINES = 4;
const BETWEEN_LINES_MS = 300;
const BURSTS_PER_SECOND = 4;
const KILLS = 50;
const SEED = 41;
/** The network brings what was not taken again, as one does that was told to. */
const AGAIN_MS = 1_000;
const MOST_TRIES = 300;
const SETTLED_WITHIN_MS = 600_000;
const ON_ITS_WAY_MS = 3_000;

export const messageKillsGroup: Group = async (bench) => {
  await withProduct(bench, async (product) => {
    const people = new People(product.phoneUrl);
    const writers = new Writers(product);
    const services = new Services(product.openAiUrl, product.ttsUrl);
    try {
      bench.figure({
        name: "whatsapp.kills_durable",
        value: await guarantees(product.dataDir),
        unit: "of 2 settings",
        target: { atLeast: 2 },
        note: "fsync and synchronous_commit",
      });
      const everybody = Array.from({ length: BURSTS }, (_, index) => writerNumber(index));
      await people.openWindows(product.whatsappNumber, everybody);
      await services.setLatency("fast", SEED);
      bench.note(
        `${BURSTS} people write ${LINES} lines each, ${BURSTS_PER_SECOND} of them begin a second; ${KILLS} kills`,
      );
      const over = new AbortController();
      const signal = AbortSignal.any([bench.signal, over.signal]);
      const killing = new Killer(product.dataDir, ["edge", "next", "jobs"], SEED, (line) => bench.note(line)).kill(
        KILLS,
        signal,
      );
      const restarting = restartDatabase(bench, product, signal);
      const load = { perSecond: BURSTS_PER_SECOND, times: BURSTS, signal: bench.signal };
      const { answers } = await openLoop(load, (index) => writeBurst(writers, everybody[index] ?? "", index));
      const kills = await killing;
      over.abort();
      const restartedAt = await restarting;
      bench.note("waiting until all of it is answered");
      const taken = new Set(answers.flat().flatMap(({ status, from }) => (status === 200 ? [from] : [])));
      await untilSettled(product, taken.size);
      const kept = await keptConversations(product);
      const received = await people.received(everybody);
      const verdict = judge(answers.flat(), kept, received);
      bench.raw("kills", { kills, restartedAt, verdict });
      tell(bench, kills, restartedAt, verdict);
    } finally {
      writers.close();
    }
  });
};

async function writeBurst(writers: Writers, person: string, index: number): Promise<WrittenMessage[]> {
  const lines: Promise<WrittenMessage>[] = [];
  for (let line = 0; line < LINES; line++) {
    if (line > 0) await wait(BETWEEN_LINES_MS);
    lines.push(writeUntilTaken(writers, person, `${question(index)} ${line + 1}/${LINES}`));
  }
  return Promise.all(lines);
}

async function writeUntilTaken(writers: Writers, person: string, body: string): Promise<WrittenMessage> {
  let written = await writers.write(person, body);
  for (let tries = 1; written.status !== 200 && tries < MOST_TRIES; tries++) {
    await wait(AGAIN_MS);
    written = await writers.write(person, body, written.sid);
  }
  return written;
}

/** In the middle, and without a farewell: what was committed must be in its log. Its supervisor starts it again. */
async function restartDatabase(bench: Bench, { dataDir }: BenchProduct, signal: AbortSignal): Promise<number | null> {
  await wait((BURSTS / BURSTS_PER_SECOND / 2) * 1000, undefined, { signal }).catch(() => {});
  const home = findHome(dataDir, () => {});
  const running = home === undefined ? undefined : runningPostmaster(home.path);
  if (signal.aborted || running === undefined) return null;
  process.kill(running.pid, "SIGQUIT");
  bench.note(`PostgreSQL (${running.pid}) at ${new Date().toISOString()}`);
  return Date.now();
}

/** Nothing is left to be delivered, answered or sent; or as it is after three minutes. */
async function untilSettled({ databaseUrl }: BenchProduct, people: number): Promise<void> {
  const sql = postgres(databaseUrl, { max: 1 });
  const givesUpAt = Date.now() + SETTLED_WITHIN_MS;
  try {
    while (Date.now() < givesUpAt) {
      const [row] = await sql<{ settled: boolean }[]>`
        select (select count(*) from conversation c where not exists (
            select from message m where m.conversation_id = c.id and m.direction = 'in' and (c.answered_up_to is null or m.id > c.answered_up_to))
          and not exists (select from message m where m.conversation_id = c.id and m.direction = 'out' and m.status in ('queued', 'sending'))) >= ${people} as settled`;
      // What was sent a moment ago is not on its phone yet.
      if (row?.settled) return void (await wait(ON_ITS_WAY_MS));
      await wait(1_000);
    }
  } finally {
    await sql.end();
  }
}

/** Lines of the thread that tell what became of the conversation itself are nobody's to send. */
async function keptConversations({ databaseUrl }: BenchProduct): Promise<KeptConversation[]> {
  const sql = postgres(databaseUrl, { max: 1 });
  try {
    return await sql<KeptConversation[]>`
      select c.address as person, b.reply_delay_ms as "delayMs",
        array_agg(m.provider_id order by m.id) filter (where m.direction = 'in') as "inSids",
        array_agg((extract(epoch from m.created_at) * 1000)::float8 order by m.id) filter (where m.direction = 'in') as "inAt",
        coalesce(array_agg(m.provider_id order by m.id) filter (where m.direction = 'out' and m.content->>'kind' <> 'event'), '{}') as "outSids",
        coalesce(array_agg(distinct split_part(m.once_key, ':', 2)) filter (where m.once_key like 'answer:%'), '{}') as "answersTo",
        bool_or(m.direction = 'in' and (c.answered_up_to is null or m.id > c.answered_up_to)) as unanswered
      from conversation c join business b on b.id = c.business_id join message m on m.conversation_id = c.id
      group by c.address, b.reply_delay_ms`;
  } finally {
    await sql.end();
  }
}

function tell(bench: Bench, kills: Kill[], restartedAt: number | null, verdict: Verdict): void {
  const killed = (victim: string) => kills.filter((kill) => kill.victim === victim).length;
  bench.figure({
    name: "whatsapp.kills",
    value: kills.length,
    unit: "kills",
    target: { atLeast: 20 },
    note: `${killed("edge")} of the edge, ${killed("jobs")} of the jobs, ${killed("next")} of the pages`,
  });
  bench.figure({
    name: "whatsapp.kills_database_restarts",
    value: restartedAt === null ? 0 : 1,
    unit: "restarts",
    target: { atLeast: 1 },
  });
  bench.figure({
    name: "whatsapp.kills_acknowledged",
    value: verdict.acknowledged,
    unit: "messages",
    target: { atLeast: BURSTS * LINES },
    note: `${verdict.stored} stored`,
  });
  const none = (name: string, found: string[], unit: string, note?: string) =>
    bench.figure({
      ...{ name: `whatsapp.kills_${name}`, value: found.length, unit, target: { atMost: 0 } },
      note: [...(note === undefined ? [] : [note]), ...found.slice(0, 1)].join("; ") || "none",
    });
  none("lost", verdict.lost, "messages");
  none("stored_twice", verdict.storedTwice, "messages");
  none("not_answered", verdict.notAnswered, "bursts", `of ${verdict.bursts}`);
  none("answered_twice", verdict.answeredTwice, "bursts");
  none("sent_twice", verdict.sentTwice, "answers", `${verdict.sent} sent`);
  none("not_sent", verdict.notSent, "answers");
  bench.figure({
    name: "whatsapp.kills_torn_bursts",
    value: verdict.torn,
    unit: "bursts",
    note: "lines kept further apart than an answer waits: each part has one of its own",
  });
}
