/** The simulated phone's control door: places a call and waits for its end. */
import { z } from "zod";
import type { StepInput } from "#simulators/phone/script.ts";

const logEntry = z.looseObject({ at: z.number(), kind: z.string() });
export type LogEntry = z.infer<typeof logEntry>;

const record = z.object({
  callSid: z.string(),
  from: z.string(),
  to: z.string(),
  status: z.string(),
  endedBy: z.string().nullable(),
  errors: z.array(z.object({ code: z.number(), message: z.string() })),
  /** The phone's own frames: those that it sent late, and by how much at most. */
  frames: z.object({ sent: z.number(), late: z.number(), maxLateMs: z.number() }),
  log: z.array(logEntry),
});
/** What an observer of the line has written down. */
export type PhoneRecord = z.infer<typeof record>;

interface Call {
  from: string;
  to: string;
  script: StepInput[];
}

/** Whether somebody picks up at this number, and talks for a while. */
export async function setAnswering(phoneUrl: string, number: string, answers: boolean): Promise<void> {
  const answer = await fetch(new URL("/_sim/numbers", phoneUrl), {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ number, answers, afterMs: 2000, talkMs: 4000 }),
  });
  if (!answer.ok) throw new Error(`the phone refused: ${answer.status} ${await answer.text()}`);
}

/** A call that goes on. */
export interface Ringing {
  callSid: string;
  ended: Promise<PhoneRecord>;
}

/** Rings; gives the call at once, and its record when it has ended. */
export async function ringing(phoneUrl: string, call: Call): Promise<Ringing> {
  const placed = await fetch(new URL("/_sim/calls", phoneUrl), {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(call),
  });
  if (!placed.ok) throw new Error(`the phone refused to ring: ${placed.status} ${await placed.text()}`);
  const { callSid } = z.object({ callSid: z.string() }).parse(await placed.json());
  return { callSid, ended: recordOf(phoneUrl, callSid) };
}

/** Rings, plays the caller, and gives the line's record when the call has ended. */
export async function ringUp(phoneUrl: string, call: Call): Promise<PhoneRecord> {
  return (await ringing(phoneUrl, call)).ended;
}

/** Waits until the phone network has been told what to do with the call. */
export function untilTold(phoneUrl: string, callSid: string): Promise<void> {
  return untilLogged(phoneUrl, callSid, "twiml");
}

/** Waits until the caller hears the agent. */
export function untilSpokenTo(phoneUrl: string, callSid: string): Promise<void> {
  return untilLogged(phoneUrl, callSid, "agent_speech_start");
}

function untilLogged(phoneUrl: string, callSid: string, what: string): Promise<void> {
  return untilLog(phoneUrl, callSid, (log) => log.some(({ kind }) => kind === what));
}

/** Waits until the line's log is so, or the call has ended. */
export async function untilLog(
  phoneUrl: string,
  callSid: string,
  isSo: (log: readonly LogEntry[]) => boolean,
): Promise<void> {
  for (;;) {
    const { log, endedBy } = await stateOf(phoneUrl, callSid);
    if (endedBy !== null || isSo(log)) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** Who withholds their number rings as this. */
export const WITHHELD_NUMBER = "anonymous";

/** An Israeli mobile number for the n-th caller. */
export function callerNumber(n: number): string {
  return `+97252${String(1_000_000 + n)}`;
}

async function recordOf(phoneUrl: string, callSid: string): Promise<PhoneRecord> {
  for (;;) {
    const state = await stateOf(phoneUrl, callSid, 20_000);
    if (state.endedBy !== null) return state;
  }
}

async function stateOf(phoneUrl: string, callSid: string, waitMs = 0): Promise<PhoneRecord> {
  const seen = await fetch(new URL(`/_sim/calls/${callSid}?wait=${waitMs}`, phoneUrl));
  return record.parse(await seen.json());
}
