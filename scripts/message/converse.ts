/** A person writes line by line and reads what comes back, until nothing has come for a while. */
import type { WrittenInput } from "#simulators/messaging/index.ts";
import type { MessagingDoor, SeenMessage } from "./door.ts";
import { faultsOf } from "./faults.ts";

interface Conversing {
  lines: AsyncIterable<string>;
  /** Goes with the first line. */
  media?: WrittenInput["media"];
  /** Whether the next line is written as soon as it is there, or after everything was quiet. */
  mayInterrupt: boolean;
  onMessage: (message: SeenMessage) => void;
  quietMs?: number;
}

const QUIET_MS = 5000;

/** Gives everything that was written and that came, and what was refused or lost on the way. */
export async function converse(
  door: MessagingDoor,
  { lines, media = [], mayInterrupt, onMessage, quietMs = QUIET_MS }: Conversing,
): Promise<{ messages: SeenMessage[]; faults: string[] }> {
  const before = { id: lastOf(await door.read(0, 0)), requestId: (await door.requests(0)).at(-1)?.id ?? 0 };
  const sids: string[] = [];
  let heardUpTo = before.id;
  const note = (message: SeenMessage) => {
    sids.push(message.sid);
    onMessage(message);
  };
  /** Whether it became quiet. */
  const listen = async (interrupted?: Promise<unknown>): Promise<boolean> => {
    for (;;) {
      const came = await unlessInterrupted((signal) => door.read(heardUpTo, quietMs, signal), interrupted);
      if (!came) return false;
      const answers = came.filter(({ by }) => by === "business");
      heardUpTo = Math.max(heardUpTo, lastOf(came));
      for (const answer of answers) note(answer);
      if (answers.length === 0) return true;
    }
  };
  const reader = lines[Symbol.asyncIterator]();
  let attached = media;
  let isQuiet = false;
  for (let line = await reader.next(); !line.done; ) {
    note(await door.write({ body: line.value, media: attached }));
    attached = [];
    const next = reader.next();
    isQuiet = await listen(mayInterrupt ? next : undefined);
    line = await next;
  }
  if (!isQuiet) await listen();
  const messages = await Promise.all(sids.map((sid) => door.settled(sid, quietMs)));
  return { messages, faults: faultsOf(messages, await door.requests(before.requestId)) };
}

function lastOf(messages: SeenMessage[]): number {
  return Math.max(0, ...messages.map(({ id }) => id ?? 0));
}

/** Null when it was interrupted first: the question is given up, and asked again later from the same place. */
async function unlessInterrupted<T>(
  ask: (signal: AbortSignal) => Promise<T>,
  interrupted: Promise<unknown> | undefined,
): Promise<T | null> {
  const givingUp = new AbortController();
  const answer = ask(givingUp.signal).catch((error: unknown) => {
    if (givingUp.signal.aborted) return null;
    throw error;
  });
  if (!interrupted) return answer;
  const first = await Promise.race([answer, interrupted.then(() => null)]);
  if (first === null) givingUp.abort();
  return first;
}
