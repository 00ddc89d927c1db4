import { z } from "zod";
import { CLIENT_EVENTS, type ClientEvent, clientEvent } from "./protocol.ts";

/** What is wrong with a client's event, in the words of the error event that answers it. */
export interface Problem {
  message: string;
  code: string;
  param?: string | null;
}

const anyEvent = z.looseObject({ type: z.string(), event_id: z.string().optional() });

/** Reads one websocket message; what OpenAI would refuse comes back as a problem. */
export function readClientEvent(text: string): ClientEvent | { problem: Problem; eventId: string | undefined } {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    // What exactly the parser disliked is of no use to the client: the answer is the same for all of it.
    return { problem: { message: "The event is not valid JSON.", code: "invalid_json" }, eventId: undefined };
  }
  const named = anyEvent.safeParse(value);
  if (!named.success) {
    const problem = {
      message: "Missing required parameter: 'type'.",
      code: "missing_required_parameter",
      param: "type",
    };
    return { problem, eventId: undefined };
  }
  const { type, event_id: eventId } = named.data;
  if (!CLIENT_EVENTS.some((known) => known === type)) {
    const names = CLIENT_EVENTS.map((name) => `'${name}'`).join(", ");
    const message = `Invalid value: '${type}'. Supported values are: ${names}.`;
    return { problem: { message, code: "invalid_value", param: "type" }, eventId };
  }
  const parsed = clientEvent.safeParse(value);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const param = issue?.path.join(".") ?? null;
  return { problem: { message: `Invalid '${param}': ${issue?.message}.`, code: "invalid_value", param }, eventId };
}
