import { describe, expect, it } from "vitest";
import type { BrainEvent } from "./ports.ts";
import type { Script } from "./testing/fake-agent.ts";
import { phrase, TestCall } from "./testing/test-call.ts";

const SEEDS = 300;
/** Onset to silence: the barge-in itself, the detector's window and its lag. */
const FLOOR_TAKEN_MS = 160 + 64 + 40;

/** A small seeded generator (mulberry32). */
function chance(seed: number) {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  const between = (low: number, high: number) => Math.floor(low + next() * (high - low));
  return { next, between, pick: <T>(of: readonly T[]) => of[between(0, of.length)] as T };
}

function randomReply(random: ReturnType<typeof chance>, name: number): Script {
  const script: Script = [random.between(0, 1500)];
  for (let word = 1, words = random.between(0, 25); word <= words; word++) {
    const end = random.pick(["", "", "", ",", ".", "?", " -"]);
    script.push({ type: "text", delta: `${name}מ${word}${end} ` }, random.between(0, 60));
  }
  const tool: BrainEvent = { type: "tool", use: { name: "t", input: {}, output: {}, tookMs: 1 } };
  if (random.next() < 0.2) script.splice(random.between(0, script.length), 0, tool);
  if (random.next() < 0.1) script.push({ type: "then", action: { kind: "hang_up" } });
  if (random.next() < 0.05) script.push({ type: "then", action: { kind: "transfer", to: "+97231234567" } });
  if (random.next() < 0.08) script.splice(random.between(0, script.length), 0, new Error("model"));
  if (random.next() < 0.04) script.push(1e9);
  return script;
}

function randomCall(seed: number) {
  const random = chance(seed);
  let replies = 0;
  const call = new TestCall({
    brain: () => randomReply(random, ++replies),
    greeting: random.pick([null, phrase("שלום וברוכים הבאים."), phrase("שלום וברוכים הבאים.", false)]),
    detectorLagMs: () => random.between(0, 30),
    tuning: { leavingMs: 2000, silenceMs: 4000 },
  });
  call.ears.delayMs = () => random.between(50, random.next() < 0.1 ? 5000 : 900);
  call.voice.firstByteMs = () => random.between(20, 700);
  call.voice.trouble = () => {
    const roll = random.next();
    return roll < 0.04 ? new Error("voice") : roll < 0.06 ? "stall" : roll < 0.08 ? "cut" : null;
  };
  return { call, random };
}

/** One thing that happens in a call; gives how long the caller spoke without a pause. */
async function happen({ call, random }: ReturnType<typeof randomCall>): Promise<void> {
  const roll = random.next();
  if (roll < 0.4) await call.quiet(random.between(20, 2500));
  else if (roll < 0.75) await speak(call, () => call.say(randomWords(random)));
  else if (roll < 0.88) await speak(call, () => call.mumble(random.between(20, 1500)));
  else if (roll < 0.92) call.session.onDtmf(random.pick([..."0123456789*#x"]));
  else if (roll < 0.94) call.session.onMark(random.pick(["", "1", "1.2.3", "x.y", "1.-5", "9.999999999", "NaN.NaN"]));
  else if (roll < 0.96) call.ears.failures.push(new Error("ears"));
  else if (roll < 0.97) call.line.losesMarks = !call.line.losesMarks;
  else if (roll < 0.98) call.detector.dead = !call.detector.dead;
  else await call.clock.advance(random.between(0, 3000));
}

function randomWords(random: ReturnType<typeof chance>): string {
  const words = ["שלום", "דירה", "של", "כן", "חדרים", "050", "אני", "מחפש", "אממ"];
  return Array.from({ length: random.between(1, 8) }, () => random.pick(words)).join(" ");
}

/** While the caller speaks on, the agent is silent as soon as it can know. */
async function speak(call: TestCall, run: () => Promise<unknown>): Promise<void> {
  const began = call.clock.now();
  const sentBefore = call.line.log.length;
  const alive = !call.detector.dead;
  await run();
  if (!alive) return;
  const spoken = call.line.log.slice(sentBefore).filter((sent) => sent.kind === "audio");
  for (const sent of spoken) expect(sent.at - began).toBeLessThanOrEqual(FLOOR_TAKEN_MS);
  if (call.clock.now() - began > FLOOR_TAKEN_MS) expect(call.line.aheadMs).toBe(0);
}

function checkTurns(call: TestCall): void {
  const finals = new Set<number>();
  for (const event of call.events) {
    if (event.type !== "turn") continue;
    expect(finals.has(event.turn.index)).toBe(false);
    if (event.final) finals.add(event.turn.index);
    if (event.turn.speaker !== "agent") continue;
    const { text, heardText } = event.turn;
    expect(text.startsWith(heardText)).toBe(true);
    const numbers = [...text.matchAll(/\d+מ(\d+)/gu)].map((match) => Number(match[1]));
    expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));
  }
  const { turns } = call;
  expect(turns.map(({ index }) => index)).toEqual(turns.map((_, index) => index));
  expect([...finals].sort((a, b) => a - b)).toEqual(turns.map(({ index }) => index));
}

describe("any call", () => {
  it.each(Array.from({ length: 10 }, (_, part) => part))("keeps its promises (part %i)", async (part) => {
    for (let seed = part; seed < SEEDS; seed += 10) {
      const random = randomCall(seed);
      const { call } = random;
      call.session.start();
      const events = random.random.between(1, 40);
      for (let i = 0; i < events; i++) await happen(random);
      await call.end();
      try {
        checkTurns(call);
        expect(call.clock.pending).toBe(0);
        expect(call.detector.closed && call.ears.closed).toBe(true);
        const sent = call.line.log.length;
        await call.say("יש מישהו");
        expect(call.line.log.length).toBe(sent);
      } catch (error) {
        throw new Error(`seed ${seed}`, { cause: error });
      }
    }
  });
});
