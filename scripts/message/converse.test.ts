import { Readable } from "node:stream";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type MessagingWorld, PERSON, startMessagingWorld, WHATSAPP } from "#simulators/messaging/testing/world.ts";
import { converse } from "./converse.ts";
import { MessagingDoor, type SeenMessage } from "./door.ts";
import { linesOf } from "./lines.ts";

let world: MessagingWorld;
let door: MessagingDoor;
beforeEach(async () => {
  world = await startMessagingWorld();
  door = new MessagingDoor(world.phone.url, { from: PERSON, to: WHATSAPP, channel: "whatsapp" });
});
afterEach(() => world.close());

class WatchedDoor extends MessagingDoor {
  readonly waits: AbortSignal[] = [];

  override read(after: number, waitMs: number, signal?: AbortSignal): Promise<SeenMessage[]> {
    if (signal) this.waits.push(signal);
    return super.read(after, waitMs, signal);
  }
}

async function* from(...texts: string[]): AsyncGenerator<string> {
  yield* texts;
}

async function talk(...texts: string[]) {
  const seen: SeenMessage[] = [];
  const onMessage = (message: SeenMessage) => void seen.push(message);
  const result = await converse(door, { lines: from(...texts), mayInterrupt: false, onMessage, quietMs: 1500 });
  return { ...result, said: seen.map(({ by, body }) => `${by}: ${body}`) };
}

/** A product that answers by the REST API, as a job would. */
function answerByRest(fields: Record<string, string> = {}): void {
  world.app.routes["/whatsapp"] = ({ From = "", To = "", Body = "" }) => {
    void world.client.messages
      .create({ from: To, to: From, body: `קיבלנו: ${Body}`, ...fields })
      .catch(() => undefined);
    return "";
  };
}

describe("a conversation from the shell", () => {
  it("is written line by line, each after the answer to the one before", async () => {
    await world.write({ body: "לפני כן" });
    answerByRest();
    const { said, messages, faults } = await talk("היי", "יש דירה?");
    expect(said).toEqual(["person: היי", "business: קיבלנו: היי", "person: יש דירה?", "business: קיבלנו: יש דירה?"]);
    expect(messages.map(({ status }) => status)).toEqual(["received", "read", "received", "read"]);
    expect(faults).toEqual([]);
  });

  it("takes lines that were there before anybody listened", async () => {
    const piped = Readable.from([Buffer.from("היי\n\nיש דירה?\n")]);
    const onMessage = () => undefined;
    const { messages } = await converse(door, { lines: linesOf(piped), mayInterrupt: false, onMessage, quietMs: 50 });
    expect(messages.map(({ body }) => body)).toEqual(["היי", "יש דירה?"]);
  });

  it("sends the next line at once where somebody sits", async () => {
    world.app.routes["/whatsapp"] = ({ Body }) => (Body === "ב" ? "<Message>שתיהן הגיעו</Message>" : "");
    const watched = new WatchedDoor(world.phone.url, { from: PERSON, to: WHATSAPP, channel: "whatsapp" });
    const onMessage = () => undefined;
    const { messages } = await converse(watched, {
      lines: from("א", "ב"),
      mayInterrupt: true,
      onMessage,
      quietMs: 1500,
    });
    expect(messages.map(({ body }) => body)).toEqual(["א", "ב", "שתיהן הגיעו"]);
    expect(watched.waits[0]?.aborted).toBe(true);
    expect(watched.waits.at(-1)?.aborted).toBe(false);
  });

  it("tells what the product did not take", async () => {
    world.app.routes["/whatsapp"] = () => ({ status: 404 });
    const { faults } = await talk("היי");
    expect(faults).toEqual([expect.stringMatching(/"incoming": 11200, .*404/)]);
  });

  it("tells what the network did not take, and what did not arrive", async () => {
    answerByRest({ from: "whatsapp:+972599999999" });
    expect((await talk("היי")).faults).toEqual([expect.stringMatching(/refused POST .*Messages\.json: 400, 63007/)]);
    answerByRest();
    await world.door("/people", { number: PERSON, outcome: { status: "failed", code: 63018 } });
    expect((await talk("היי")).faults).toEqual(["not delivered (failed, 63018): קיבלנו: היי"]);
  });
});
