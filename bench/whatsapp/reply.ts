/** Somebody writes a few lines and stops: how soon after the last one is the answer with the provider? */
import { setTimeout as wait } from "node:timers/promises";
import postgres from "postgres";
import { pollUntil } from "../../scripts/supervisor/wait.ts";
import { type ModelRequest, Services } from "../call/services.ts";
import type { Bench, Group } from "../group.ts";
import { openLoop } from "../open-loop.ts";
import { withProduct } from "../product.ts";
import { percentile } from "../statistics.ts";
import { People, type Received } from "./people.ts";
import { question, Writers, writerNumber } from "./writers.ts";

/** Bursts begin so many times a second: as many answers are thought of at once as that takes seconds. */
const PER_SECOND = 4;
const BURSTS = 160;
/** The first ones warm everything up. */
const WARM_UP = 40;
const LINES = 3;
const BETWEEN_LINES_MS = 400;
const ANSWERED_WITHIN_MS = 30_000;
const SEED = 11;

interface Burst {
  index: number;
  person: string;
  /** When its last line was posted, epoch milliseconds. */
  endAt: number;
  acknowledged: boolean;
}

export const replyGroup: Group = async (bench) => {
  await withProduct(bench, async (product) => {
    const sql = postgres(product.databaseUrl, { max: 1 });
    const services = new Services(product.openAiUrl, product.ttsUrl);
    const people = new People(product.phoneUrl);
    const writers = new Writers(product);
    try {
      const everybody = Array.from({ length: BURSTS }, (_, index) => writerNumber(index));
      await people.openWindows(product.whatsappNumber, everybody);
      await services.setLatency("typical", SEED);
      await services.take();
      bench.note(`${BURSTS} people write ${LINES} lines each, ${PER_SECOND} of them begin a second`);
      const { answers: bursts } = await openLoop(
        { perSecond: PER_SECOND, times: BURSTS, signal: bench.signal },
        (index) => writeBurst(writers, index, everybody[index] ?? ""),
      );
      const isAnswered = async () => {
        const got = await people.received(everybody);
        return everybody.every((person) => (got.get(person)?.length ?? 0) > 0) ? got : undefined;
      };
      const received = (await pollUntil(ANSWERED_WITHIN_MS, 1_000, isAnswered)) ?? (await people.received(everybody));
      const [row] = await sql<{ delay: number }[]>`select reply_delay_ms as delay from business`;
      const { models } = await services.take();
      tell(bench, { bursts, received, models, delayMs: row?.delay ?? 0 });
    } finally {
      writers.close();
      await sql.end();
    }
  });
};

async function writeBurst(writers: Writers, index: number, person: string): Promise<Burst> {
  const posted = [];
  for (let line = 0; line < LINES; line++) {
    if (line > 0) await wait(BETWEEN_LINES_MS);
    posted.push(writers.write(person, question(index)));
  }
  const written = await Promise.all(posted);
  const endAt = Math.max(...written.map(({ at }) => at));
  return { index, person, endAt, acknowledged: written.every(({ status }) => status === 200) };
}

interface Outcome {
  bursts: Burst[];
  received: Map<string, Received[]>;
  models: ModelRequest[];
  delayMs: number;
}

function tell(bench: Bench, { bursts, received, models, delayMs }: Outcome): void {
  const measured = bursts.filter(({ index }) => index >= WARM_UP);
  const answers = measured.map(({ person }) => received.get(person) ?? []);
  const times = measured.flatMap(({ index, person, endAt }) => {
    const handedAt = received.get(person)?.[0]?.history[0]?.at;
    const asked = models.filter((model) => model.asked.includes(question(index)));
    const modelMs = asked.reduce((sum, { at, endAt: doneAt }) => sum + doneAt - at, 0);
    return handedAt === undefined
      ? []
      : [{ tookMs: handedAt - endAt, modelMs, own: handedAt - endAt - delayMs - modelMs }];
  });
  bench.raw("reply", { bursts, times });
  const own = times.map((time) => time.own);
  const figure = (name: string, value: number | null, unit: string, atMost?: number, note?: string) =>
    bench.figure({
      ...{ name: `whatsapp.reply_${name}`, value, unit },
      ...(atMost === undefined ? {} : { target: { atMost } }),
      ...(note === undefined ? {} : { note }),
    });
  figure(
    "whole_p50",
    percentile(
      times.map(({ tookMs }) => tookMs),
      50,
    ),
    "ms",
    undefined,
    `waiting ${delayMs} ms for more`,
  );
  figure(
    "model_p50",
    percentile(
      times.map(({ modelMs }) => modelMs),
      50,
    ),
    "ms",
  );
  figure("own_p50", percentile(own, 50), "ms");
  figure("own_p95", percentile(own, 95), "ms", 150, `${own.length} bursts, ${WARM_UP} before them not counted`);
  figure("own_max", own.length === 0 ? null : Math.max(...own), "ms");
  figure("refused", measured.filter(({ acknowledged }) => !acknowledged).length, "bursts", 0);
  figure("not_answered", answers.filter((got) => got.length === 0).length, "bursts", 0);
  figure("answered_more_than_once", answers.filter((got) => got.length > 1).length, "bursts", 0);
}
