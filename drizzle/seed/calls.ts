import { createHash } from "node:crypto";
import { call, customer, task, turn } from "#drizzle/schema/index.ts";
import { describeCall } from "#lib/calls/jobs/describe-call.ts";
import type { Context } from "#lib/context.ts";
import { forBusiness, type Tx } from "#lib/db/tenant.ts";
import { normalizeForSearch } from "#lib/hebrew/normalize.ts";
import { type Conversation, conversations } from "./conversations.ts";
import { idAt } from "./id-at.ts";

const people: [name: string | null, phone: string][] = [
  ["רותי לוין", "+972527654321"],
  ["דוד כהן", "+972541112233"],
  ["מיכל ברק", "+972509876543"],
  ["Alex Petrov", "+972533334455"],
  ["משפחת אזולאי", "+972522223344"],
  [null, "+972541234567"],
  ["יוסי מזרחי", "+972586667788"],
  ["Noa Ben-David", "+972545550123"],
  ["אחמד מנסור", "+972529991122"],
  [null, "+97248123456"],
];
/** Some are on a list and agreed to hear of new flats, and one has written "הסר" since: for a first broadcast. */
const LISTED = "מחפשי דירה";
const AGREED = new Set(["רותי לוין", "דוד כהן", "מיכל ברק"]);
const LEFT = "משפחת אזולאי";
const CALLS = 28;
const HOURS_BETWEEN = 5.7;

/** Customers, and a week of calls with them: the newest a few minutes ago, none going on. */
export async function seedCalls(ctx: Context, number: string): Promise<void> {
  const callIds = await forBusiness(ctx, async function seedCalls(tx) {
    const customers = await tx
      .insert(customer)
      .values(
        people.map(([name, phone], i) => ({
          ...{ businessId: ctx.businessId, name, phone, createdAt: daysAgo(i + 1) },
          ...listing(name),
        })),
      )
      .returning({ id: customer.id, phone: customer.phone });
    const made: string[] = [];
    for (let i = 0; i < CALLS; i++) {
      const who = customers[(i * 7) % customers.length];
      const conversation = conversations[i % conversations.length];
      if (!who || !conversation) continue;
      const startedAt = new Date(Date.now() - (i * HOURS_BETWEEN * 60 + 12) * 60_000);
      const caller = { customerId: who.id, from: who.phone };
      made.push(await seedCall(tx, ctx, { conversation, startedAt, ...caller, to: number, nth: i }));
    }
    return made;
  });
  // The demonstration shows what the product itself finds in these words, and the tasks that it makes of them.
  for (const callId of callIds)
    await describeCall(null, { businessId: ctx.businessId, callId }, new AbortController().signal, 1);
}

function listing(name: string | null): Pick<typeof customer.$inferInsert, "tags" | "marketing" | "marketingSource"> {
  if (name === LEFT) return { tags: [LISTED], marketing: "refused", marketingSource: "demonstration" };
  if (name !== null && AGREED.has(name))
    return { tags: [LISTED], marketing: "granted", marketingSource: "demonstration" };
  return {};
}

function daysAgo(days: number): Date {
  return new Date(Date.now() - days * 86_400_000);
}

interface PastCall {
  conversation: Conversation;
  startedAt: Date;
  customerId: string;
  from: string | null;
  to: string;
  nth: number;
}

async function seedCall(tx: Tx, ctx: Context, past: PastCall): Promise<string> {
  const spoken = spread(past.conversation, past.nth);
  const last = spoken.at(-1);
  const durationS = Math.ceil((last ? last.atMs + speakMs(last.heardText) : 0) / 1000) + 1;
  const answers = spoken.flatMap(({ voiceToVoiceMs }) => voiceToVoiceMs ?? []).sort((a, b) => a - b);
  const [row] = await tx
    .insert(call)
    .values({
      id: idAt(past.startedAt),
      businessId: ctx.businessId,
      callSid: `CA${createHash("md5").update(`${ctx.businessId}:${past.nth}`).digest("hex")}`,
      direction: "in",
      status: "completed",
      fromNumber: past.from,
      toNumber: past.to,
      customerId: past.customerId,
      startedAt: past.startedAt,
      answeredAt: past.startedAt,
      endedAt: new Date(past.startedAt.getTime() + durationS * 1000),
      durationS,
      ending: past.conversation.ending,
      turnCount: spoken.length,
      voiceToVoiceMs: answers[Math.floor(answers.length / 2)] ?? null,
    })
    .returning({ id: call.id });
  if (!row) throw new Error("an insert returned nothing");
  const turns = withTask(spoken, await seedTask(tx, ctx, past, row.id));
  await tx.insert(turn).values(turns.map((values) => ({ businessId: ctx.businessId, callId: row.id, ...values })));
  return row.id;
}

async function seedTask(tx: Tx, ctx: Context, past: PastCall, callId: string): Promise<string | null> {
  if (!past.conversation.task) return null;
  const [row] = await tx
    .insert(task)
    .values({
      businessId: ctx.businessId,
      source: "agent",
      customerId: past.customerId,
      callId,
      createdAt: past.startedAt,
      doneAt: past.nth > 8 ? new Date(past.startedAt.getTime() + 3_600_000) : null,
      ...past.conversation.task,
    })
    .returning({ id: task.id });
  return row?.id ?? null;
}

/** The tool that opened the task says which one it is, as it does in a real call. */
function withTask(turns: ReturnType<typeof spread>, taskId: string | null): ReturnType<typeof spread> {
  if (taskId === null) return turns;
  return turns.map(({ tools, ...values }) => ({
    ...values,
    tools: tools.map(({ output, ...tool }) => ({ ...tool, output: { ...output, task_id: taskId } })),
  }));
}

/** Gives each line its time: people speak some 13 letters a second, and an answer takes what it takes here too. */
/** How long these words take to say. */
function speakMs(words: string): number {
  return Math.max(500, Math.round((words.length / 13) * 1000));
}

function spread(conversation: Conversation, nth: number) {
  let atMs = 200;
  return conversation.lines.map((line, index) => {
    const heard = line.heard ?? line.text;
    const answers = line.who === "agent" && conversation.lines[index - 1]?.who === "caller";
    const wobble = ((nth * 31 + index * 17) % 23) * 12;
    const metrics = answers
      ? { endpointMs: 520 + wobble, tAudioMs: 90 + (wobble % 80), tNlpMs: 480 + wobble, tTtsMs: 210 + (wobble % 60) }
      : { endpointMs: null, tAudioMs: null, tNlpMs: null, tTtsMs: null };
    const voiceToVoiceMs = answers
      ? (metrics.endpointMs ?? 0) + (metrics.tAudioMs ?? 0) + (metrics.tNlpMs ?? 0) + (metrics.tTtsMs ?? 0)
      : null;
    atMs += voiceToVoiceMs ?? 700;
    const startMs = atMs;
    atMs += speakMs(heard);
    return {
      index,
      speaker: line.who,
      text: line.text,
      heardText: heard,
      searchText: normalizeForSearch(line.text),
      atMs: startMs,
      endMs: line.who === "caller" ? atMs : null,
      confidence: line.who === "caller" ? 0.93 : null,
      interrupted: line.heard !== undefined,
      tools: line.tool ? [{ ...line.tool, tookMs: 14 }] : [],
      ...metrics,
      voiceToVoiceMs,
    };
  });
}
