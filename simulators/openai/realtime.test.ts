import { once } from "node:events";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { WebSocket } from "ws";
import { loadPhrasebook } from "../phrasebook/index.ts";
import { type OpenAiSimulator, startOpenAi } from "./server.ts";

interface ServerEvent {
  type: string;
  [field: string]: unknown;
}

const { phrases } = loadPhrasebook();
const COMPLETED = "conversation.item.input_audio_transcription.completed";
let simulator: OpenAiSimulator;
const open: Connection[] = [];

beforeAll(async () => {
  simulator = await startOpenAi({ apiKey: "sk-test", latency: "none" });
});
afterEach(() => {
  for (const connection of open.splice(0)) connection.close();
  simulator.latency.set("none");
});
afterAll(() => simulator.close());

/** A raw client: sends events, waits for answers. */
class Connection {
  readonly #ws: WebSocket;
  readonly #events: ServerEvent[] = [];
  #wake: () => void = () => undefined;

  constructor(ws: WebSocket) {
    this.#ws = ws;
    ws.on("message", (data) => {
      this.#events.push(JSON.parse(data.toString()));
      this.#wake();
    });
  }

  send(event: object | string): void {
    this.#ws.send(typeof event === "string" ? event : JSON.stringify(event));
  }

  append(audio: Uint8Array): void {
    for (let at = 0; at < audio.length; at += 1600) {
      const piece = Buffer.from(audio.subarray(at, at + 1600)).toString("base64");
      this.send({ type: "input_audio_buffer.append", audio: piece });
    }
  }

  commit(): void {
    this.send({ type: "input_audio_buffer.commit" });
  }

  /** The next event of this type that was not returned yet. */
  async next(type: string): Promise<ServerEvent> {
    for (;;) {
      const index = this.#events.findIndex((event) => event.type === type);
      const [event] = index < 0 ? [] : this.#events.splice(index, 1);
      if (event) return event;
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
  }

  close(): void {
    this.#ws.terminate();
  }

  closed(): Promise<unknown> {
    return once(this.#ws, "close");
  }
}

async function connect(query = "intent=transcription"): Promise<Connection> {
  const ws = new WebSocket(`${simulator.url.replace("http", "ws")}/realtime?${query}`, {
    headers: { authorization: "Bearer sk-test" },
  });
  const connection = new Connection(ws);
  open.push(connection);
  await once(ws, "open");
  return connection;
}

async function session(input: object = {}, include?: string[]): Promise<Connection> {
  const connection = await connect();
  await connection.next("session.created");
  connection.send({
    type: "session.update",
    session: {
      type: "transcription",
      audio: {
        input: {
          format: { type: "audio/pcmu" },
          transcription: { model: "gpt-4o-transcribe", language: "he" },
          turn_detection: null,
          ...input,
        },
      },
      ...(include ? { include } : {}),
    },
  });
  await connection.next("session.updated");
  return connection;
}

function audioOf(id: string): Uint8Array {
  return phrases.get(id)?.audio ?? new Uint8Array();
}

function silence(ms: number): Uint8Array {
  return new Uint8Array(ms * 8).fill(0xff);
}

describe("a transcription session", () => {
  it("transcribes what was committed", async () => {
    const connection = await session();
    connection.append(audioOf("rental_opening"));
    connection.commit();
    const committed = await connection.next("input_audio_buffer.committed");
    expect(committed.previous_item_id).toBeNull();
    const completed = await connection.next(COMPLETED);
    expect(completed).toMatchObject({
      item_id: committed.item_id,
      content_index: 0,
      transcript: "שלום, אני מחפש דירה להשכרה.",
      usage: { type: "tokens" },
    });
    expect(completed.logprobs).toBeUndefined();
    const delta = await connection.next("conversation.item.input_audio_transcription.delta");
    expect(delta).toMatchObject({ item_id: committed.item_id, delta: "שלום," });
  });

  it("keeps items apart that are on their way at the same time", async () => {
    const connection = await session({}, ["item.input_audio_transcription.logprobs"]);
    const said = ["rental_area", "rental_rooms", "rental_budget"];
    for (const id of said) {
      connection.append(audioOf(id));
      connection.commit();
    }
    const texts = new Map<unknown, unknown>();
    let previous: unknown = null;
    const order: unknown[] = [];
    for (const _ of said) {
      const committed = await connection.next("input_audio_buffer.committed");
      expect(committed.previous_item_id).toBe(previous);
      previous = committed.item_id;
      order.push(committed.item_id);
      const completed = await connection.next(COMPLETED);
      expect(completed.logprobs).toBeInstanceOf(Array);
      texts.set(completed.item_id, completed.transcript);
    }
    expect(order.map((id) => texts.get(id))).toEqual(said.map((id) => phrases.get(id)?.text));
  });

  it("hears a word that a commit cut in two on neither side", async () => {
    const connection = await session();
    const audio = audioOf("sale_viewing");
    const word = phrases.get("sale_viewing")?.words[2];
    const cut = Math.round(((word?.startMs ?? 0) + (word?.endMs ?? 0)) / 2) * 8;
    connection.append(audio.subarray(0, cut));
    connection.commit();
    connection.append(audio.subarray(cut));
    connection.commit();
    expect((await connection.next(COMPLETED)).transcript).toBe("מתי אפשר");
    expect((await connection.next(COMPLETED)).transcript).toBe("לראות?");
  });

  // One stall is no defect, here and wherever a clock is read.
  it("takes as long as the profile says, the matching included", { retry: 1 }, async () => {
    simulator.latency.set("fast", 5);
    const connection = await session();
    connection.append(audioOf("yes"));
    const before = performance.now();
    connection.commit();
    await connection.next(COMPLETED);
    const tookMs = performance.now() - before;
    const logged = simulator.requests.after(0).at(-1);
    expect(logged).toMatchObject({ step: "transcription", status: 200, detail: { text: "כן." } });
    expect(tookMs).toBeGreaterThan(60);
    expect(Math.abs(tookMs - (logged?.tookMs ?? 0))).toBeLessThan(50);
  });

  it("throws the buffer away when told to", async () => {
    const connection = await session();
    connection.append(audioOf("rental_area"));
    connection.send({ type: "input_audio_buffer.clear" });
    await connection.next("input_audio_buffer.cleared");
    connection.append(audioOf("sale_name"));
    connection.commit();
    expect((await connection.next(COMPLETED)).transcript).toBe("השם שלי מיכל לוי.");
  });

  it("finds the turns itself under server_vad", async () => {
    const connection = await session({ turn_detection: { type: "server_vad", silence_duration_ms: 400 } });
    connection.append(silence(300));
    connection.append(audioOf("hours_when_open"));
    connection.append(silence(600));
    const started = await connection.next("input_audio_buffer.speech_started");
    const stopped = await connection.next("input_audio_buffer.speech_stopped");
    expect(started.item_id).toBe(stopped.item_id);
    expect(await connection.next(COMPLETED)).toMatchObject({
      item_id: started.item_id,
      transcript: "מתי אתם פתוחים?",
    });
  });
});

describe("a mistake is answered by an error event", () => {
  it.each([
    ["not JSON", "{", { code: "invalid_json" }],
    ["no type", { event_id: "e1" }, { code: "missing_required_parameter" }],
    ["an unknown event", { type: "audio.play", event_id: "e2" }, { param: "type", event_id: "e2" }],
    ["a commit of nothing", { type: "input_audio_buffer.commit" }, { code: "input_audio_buffer_commit_empty" }],
    ["no base64", { type: "input_audio_buffer.append", audio: "%%" }, { param: "audio" }],
    [
      "an unknown model",
      {
        type: "session.update",
        session: { type: "transcription", audio: { input: { transcription: { model: "gpt-9" } } } },
      },
      { code: "invalid_value", param: "session.audio.input.transcription.model" },
    ],
    ["another kind of session", { type: "session.update", session: { type: "realtime" } }, { param: "session.type" }],
  ])("%s", async (_, event, error) => {
    const connection = await session();
    connection.send(event);
    expect((await connection.next("error")).error).toMatchObject({ type: "invalid_request_error", ...error });
    connection.append(audioOf("yes"));
    connection.commit();
    expect((await connection.next(COMPLETED)).transcript).toBe("כן.");
  });

  it("a commit of less than 100 ms", async () => {
    const connection = await session();
    connection.append(silence(80));
    connection.commit();
    expect((await connection.next("error")).error).toMatchObject({
      code: "input_audio_buffer_commit_empty",
      message: expect.stringContaining("80.00ms"),
    });
  });

  it("a session that is no transcription", async () => {
    const connection = await connect("model=gpt-realtime");
    const closed = connection.closed();
    expect((await connection.next("error")).error).toMatchObject({ code: "missing_model" });
    await closed;
  });
});

describe("a fault that is switched on", () => {
  it("fails the item and no other", async () => {
    const connection = await session();
    simulator.faults.set({ transcription: { kind: "500", times: 1 } });
    connection.append(audioOf("yes"));
    connection.commit();
    const failed = await connection.next("conversation.item.input_audio_transcription.failed");
    expect(failed.error).toMatchObject({ type: "server_error" });
    connection.append(audioOf("no"));
    connection.commit();
    expect((await connection.next(COMPLETED)).transcript).toBe("לא.");
  });

  it("writes words that nobody said, where these were said", async () => {
    const connection = await session();
    simulator.faults.set({ transcription: { kind: "invents", about: "כן" } });
    for (const [said, written] of [
      ["yes", "תודה רבה שצפיתם."],
      ["no", "לא."],
    ] as const) {
      connection.append(audioOf(said));
      connection.commit();
      expect((await connection.next(COMPLETED)).transcript).toBe(written);
    }
    simulator.faults.set({ transcription: null });
  });

  it("cuts the connection", async () => {
    const connection = await session();
    simulator.faults.set({ transcription: { kind: "cut", times: 1 } });
    const closed = connection.closed();
    connection.append(audioOf("yes"));
    connection.commit();
    await closed;
  });
});
