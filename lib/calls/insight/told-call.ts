/** A call as it is read afterwards, to find out what became of it. */

import { z } from "zod";
import type { KeptToolUse } from "#drizzle/schema/index.ts";
import { cut } from "../../hebrew/cut.ts";
import type { Source } from "../schemas/insight.ts";

export interface ToldTurn {
  index: number;
  /** A recorded message: read after the last turn and numbered like one, but no turn of the conversation. */
  recorded?: boolean;
  speaker: "caller" | "agent";
  /** Of the agent's words only what the caller heard: nobody holds us to the rest. */
  text: string;
  tools: KeptToolUse[];
}

type KeptTurn = ToldTurn & { heardText: string; confidence: number | null };

/** A kept turn as it is read here. Words that may be the recogniser's own invention (confidence 0) say nothing. */
export function toldTurn({ index, speaker, text, heardText, confidence, tools }: KeptTurn): ToldTurn {
  if (speaker === "agent") return { index, speaker, text: heardText, tools };
  return { index, speaker, text: confidence === 0 ? "" : text, tools };
}

/** Where a click on what was learnt from these words leads. */
export function sourceOf({ index, recorded }: ToldTurn): Source {
  return recorded ? "recording" : index;
}

export interface ToldCall {
  business: { name: string; field: string };
  startedAt: Date;
  callerName: string | null;
  turns: ToldTurn[];
}

/** What the agent's tools have handed over to the staff already, in the turn in which it did. */
export interface HandedOver {
  turnIndex: number | null;
  title: string;
  taskId: string | undefined;
}

/** The tools that leave the staff a task, and how what went in reads as one. */
const TASK_OF: Record<string, (input: Record<string, unknown>) => string> = {
  take_message: ({ message }) => `להחזיר טלפון: ${String(message ?? "")}`,
  open_task: ({ title }) => String(title ?? ""),
};

/** The tasks that the agent opened in the call itself, as it put them last: a message that is added to is one task. */
export function handedOver({ turns }: ToldCall): HandedOver[] {
  const all = turns.flatMap(({ index, tools }) =>
    tools.flatMap(({ name, input, output }) => {
      const title = output.ok === true ? TASK_OF[name]?.(input) : undefined;
      return title ? [{ turnIndex: index, title: cut(title, 200), taskId: taskIdIn(output) }] : [];
    }),
  );
  return all.filter(
    ({ taskId }, at) => taskId === undefined || all.findLastIndex((one) => one.taskId === taskId) === at,
  );
}

function taskIdIn({ task_id }: KeptToolUse["output"]): string | undefined {
  return z.uuid().safeParse(task_id).data;
}

/** Whether the caller said anything that can be read. */
export function hasCallerWords({ turns }: ToldCall): boolean {
  return turns.some(({ speaker, text }) => speaker === "caller" && /[\p{L}\p{N}]/u.test(text));
}
