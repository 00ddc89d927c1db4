/** The control door for messages: somebody writes, reads what came, and has habits. Loopback only. */
import { z } from "zod";
import { answerInput } from "../common/control.ts";
import { jsonBody, type SimRequest, sendJson } from "../common/http.ts";
import { CannotWrite, receiveMessage } from "./inbound.ts";
import { writtenSchema } from "./inbound-params.ts";
import type { Messaging, MessagingSettings } from "./messaging.ts";
import { type PersonInput, personNumber } from "./people.ts";
import { seenMessage } from "./view.ts";

const ONE_MESSAGE = /^\/_sim\/messages\/([A-Z]{2}[0-9a-f]{32})$/;
const ONE_TEMPLATE = /^\/_sim\/templates\/(HX[0-9a-f]{32})$/;

const waitMs = z.coerce.number().min(0).max(600_000).default(0);
const conversationQuery = z.strictObject({
  with: personNumber,
  /** Only what arrived after this one. */
  after: z.coerce.number().min(0).default(0),
  wait: waitMs,
});
const windowInput = z.strictObject({
  sender: personNumber,
  person: personNumber,
  /** When the person wrote last; null: never. */
  lastWroteMsAgo: z.number().min(0).nullable(),
});

/** Answers a request at the door. False when it is not about messages. */
export async function answerMessagingDoor(messaging: Messaging, request: SimRequest): Promise<boolean> {
  const { method, path, res } = request;
  switch (`${method} ${path}`) {
    case "POST /_sim/messages":
      return write(messaging, request);
    case "GET /_sim/messages":
      return read(messaging, request);
    case "POST /_sim/people":
      return answerInput(request, () => messaging.people.set(jsonBody(request) as PersonInput));
    case "POST /_sim/messaging":
      return answerInput(request, () => messaging.set(jsonBody(request) as Partial<MessagingSettings>));
    case "POST /_sim/windows":
      return answerInput(request, () => {
        const { sender, person, lastWroteMsAgo } = windowInput.parse(jsonBody(request));
        messaging.windows.opened(sender, person, lastWroteMsAgo);
        return { open: messaging.windows.isOpen(sender, person) };
      });
    default:
      break;
  }
  const [, sid] = ONE_MESSAGE.exec(path) ?? [];
  if (sid && method === "GET") return readOne(messaging, request, sid);
  const template = messaging.templates.get(ONE_TEMPLATE.exec(path)?.[1] ?? "");
  if (template && method === "POST")
    return answerInput(request, () => messaging.templates.decide(template, jsonBody(request)));
  if (!sid && !path.startsWith("/_sim/templates/")) return false;
  sendJson(res, 404, { error: `there is no ${path}` });
  return true;
}

async function write(messaging: Messaging, request: SimRequest): Promise<true> {
  try {
    const message = await receiveMessage(messaging, writtenSchema.parse(jsonBody(request)));
    return answerInput(request, () => seenMessage(messaging, message));
  } catch (error) {
    return answerInput(request, () => {
      if (!(error instanceof CannotWrite)) throw error;
      throw new z.ZodError([{ code: "custom", path: [], message: error.message, input: undefined }]);
    });
  }
}

async function read(messaging: Messaging, request: SimRequest): Promise<true> {
  const query = conversationQuery.safeParse(Object.fromEntries(request.query));
  if (query.success && query.data.wait > 0)
    await messaging.messages.untilArrival(query.data.with, query.data.after, query.data.wait);
  return answerInput(request, () => {
    if (!query.success) throw query.error;
    const { with: person, after } = query.data;
    return { items: messaging.messages.withPerson(person, after).map((message) => seenMessage(messaging, message)) };
  });
}

/** One message; with `wait` when nothing more will happen to it, or after that time. */
async function readOne(messaging: Messaging, request: SimRequest, sid: string): Promise<true> {
  const message = messaging.messages.get(sid);
  const wait = waitMs.safeParse(request.query.get("wait") ?? 0);
  if (message && wait.success && wait.data > 0) {
    let timer: NodeJS.Timeout | undefined;
    await Promise.race([message.settled, new Promise((resolve) => (timer = setTimeout(resolve, wait.data)))]);
    clearTimeout(timer);
  }
  if (message) sendJson(request.res, 200, seenMessage(messaging, message));
  else sendJson(request.res, 404, { error: `there is no message ${sid}` });
  return true;
}
