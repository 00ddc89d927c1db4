/** The simulated phone network's control door, as one person writing to one number uses it. */
import { z } from "zod";
import type { WrittenInput } from "#simulators/messaging/index.ts";
import { Trouble } from "../supervisor/trouble.ts";

const seenMessage = z.object({
  id: z.number().nullable(),
  sid: z.string(),
  by: z.enum(["person", "business"]),
  channel: z.enum(["sms", "whatsapp"]),
  number: z.string(),
  body: z.string(),
  media: z.array(z.object({ url: z.string(), contentType: z.string() })),
  buttons: z.array(z.looseObject({ title: z.string() })),
  received: z.boolean(),
  status: z.string(),
  errorCode: z.number().nullable(),
  webhooks: z.array(
    z.object({
      url: z.string(),
      event: z.string(),
      status: z.number(),
      error: z.object({ code: z.number(), message: z.string() }).nullable(),
    }),
  ),
});
/** A message as the person has it, and what the application was told about it. */
export type SeenMessage = z.infer<typeof seenMessage>;

const requests = z.object({
  items: z.array(
    z.object({
      id: z.number(),
      step: z.string(),
      status: z.number(),
      detail: z.looseObject({
        method: z.string().optional(),
        path: z.string().optional(),
        code: z.number().optional(),
      }),
    }),
  ),
});
export type LoggedRequest = z.infer<typeof requests>["items"][number];

export class MessagingDoor {
  readonly #url: string;
  readonly #parties: Required<Pick<WrittenInput, "from" | "to" | "channel">>;

  constructor(url: string, parties: Required<Pick<WrittenInput, "from" | "to" | "channel">>) {
    this.#url = url;
    this.#parties = parties;
  }

  /** Writes, and resolves when the application has answered the webhook. Throws Trouble when nobody could write that. */
  async write(written: Pick<WrittenInput, "body" | "media">): Promise<SeenMessage> {
    const answer = await fetch(new URL("/_sim/messages", this.#url), {
      method: "POST",
      body: JSON.stringify({ ...this.#parties, ...written }),
    });
    if (!answer.ok) throw new Trouble(`The phone network refused the message: ${await answer.text()}`);
    return seenMessage.parse(await answer.json());
  }

  /** What arrived with this person after an arrival, waiting up to `waitMs` for something of the business. */
  async read(after: number, waitMs: number, signal?: AbortSignal): Promise<SeenMessage[]> {
    const query = new URLSearchParams({ with: this.#parties.from, after: String(after), wait: String(waitMs) });
    const answer = await fetch(new URL(`/_sim/messages?${query}`, this.#url), signal ? { signal } : {});
    if (!answer.ok) throw new Trouble(`The phone network refused: ${await answer.text()}`);
    const { items } = z.object({ items: z.array(seenMessage) }).parse(await answer.json());
    const { to, channel } = this.#parties;
    return items.filter((item) => item.number === to && item.channel === channel);
  }

  /** One message once nothing more happens to it. */
  async settled(sid: string, waitMs: number): Promise<SeenMessage> {
    const answer = await fetch(new URL(`/_sim/messages/${sid}?wait=${waitMs}`, this.#url));
    return seenMessage.parse(await answer.json());
  }

  /** What the application asked of the network after a request. */
  async requests(after: number): Promise<LoggedRequest[]> {
    const answer = await fetch(new URL(`/_sim/requests?after=${after}`, this.#url));
    return requests.parse(await answer.json()).items;
  }
}
