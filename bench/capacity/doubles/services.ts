/**
 * OpenAI and Google, played back: every request gets the answer that belongs to its turn after the median delay of
 * profile `typical`. Nothing is matched or rendered, so that they cost little next to what is measured.
 */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { type WebSocket, WebSocketServer } from "ws";
import { z } from "zod";
import { hebrewVoices, voiceList } from "#simulators/google-tts/voices.ts";
import { agentSays, callerSays, markAudio, type TurnKey, turnIn, turnInAudio } from "./code.ts";
import { later, now, type Wait } from "./notes.ts";

const TRANSCRIPTION_MS = 450;
const FIRST_TOKEN_MS = 450;
const TOKEN_MS = 15;
const VOICE_MS = 200;
/** Sentences that belong to no turn: greetings and fixed phrases, rendered once. */
const NO_TURN: TurnKey = { call: 1000, turn: 0 };

const clientEvent = z.object({ type: z.string(), event_id: z.string().optional(), audio: z.string().optional() });

export class PlayedServices {
  #waits: Wait[] = [];
  /** Speech of 1.6 s, raw mu-law. */
  readonly #speech: Buffer;
  #items = 0;

  constructor(speech: Buffer) {
    this.#speech = speech;
  }

  /** Gives the address of both services. */
  async listen(): Promise<string> {
    const server = createServer((request, response) => void this.#answer(request, response));
    const sockets = new WebSocketServer({ server, path: "/v1/realtime", perMessageDeflate: false });
    sockets.on("connection", (socket) => this.#transcribe(socket));
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  take(): Wait[] {
    const waits = this.#waits;
    this.#waits = [];
    return waits;
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const from = now();
    const path = decodeURIComponent((request.url ?? "").split("?")[0] ?? "");
    const body = await bodyOf(request);
    if (path === "/token") return json(response, { access_token: "played", expires_in: 3600, token_type: "Bearer" });
    if (path === "/v1/voices") return json(response, voiceList(hebrewVoices(false), "he-IL", false));
    if (path === "/v1/text:synthesize") return this.#speak(body, from, response);
    if (path === "/v1/chat/completions") return this.#think(body, from, response);
    if (path.startsWith("/v1/models"))
      return json(response, { id: "gpt-4o", object: "model", created: 1, owned_by: "openai" });
    response.writeHead(404).end();
  }

  async #speak(body: string, from: number, response: ServerResponse): Promise<void> {
    const key = turnIn(body);
    const audio = Buffer.from(this.#speech);
    markAudio(audio, 80, key ?? NO_TURN);
    await later(VOICE_MS);
    json(response, { audioContent: audio.toString("base64") });
    this.#note("voice", key, from);
  }

  async #think(body: string, from: number, response: ServerResponse): Promise<void> {
    const key = turnIn(body);
    const words = (key === undefined ? "בשמחה." : agentSays(key)).split(/(?<= )/u);
    const firstSentence = words.findIndex((word) => word.trim().endsWith("."));
    response.writeHead(200, { "Content-Type": "text/event-stream" });
    await later(FIRST_TOKEN_MS);
    for (const [index, content] of words.entries()) {
      if (index > 0) await later(TOKEN_MS);
      response.write(chunk({ content }, null));
      if (index === firstSentence) this.#note("model", key, from);
    }
    response.end(`${chunk({}, "stop")}data: [DONE]\n\n`);
  }

  /** One call's ears. The text is that of the key which the audio carries; audio without one has no words. */
  #transcribe(socket: WebSocket): void {
    let heard: TurnKey | undefined;
    socket.on("error", () => socket.terminate());
    socket.on("message", async (data) => {
      const event = clientEvent.parse(JSON.parse(data.toString()));
      if (event.type === "input_audio_buffer.append") {
        heard = turnInAudio(Buffer.from(event.audio ?? "", "base64")) ?? heard;
      } else if (event.type === "input_audio_buffer.clear") {
        heard = undefined;
      } else if (event.type === "input_audio_buffer.commit") {
        const from = now();
        const key = heard;
        heard = undefined;
        this.#items += 1;
        const item_id = `item_${this.#items}`;
        socket.send(JSON.stringify({ type: "input_audio_buffer.committed", item_id }));
        await later(TRANSCRIPTION_MS);
        const transcript = key === undefined ? "" : callerSays(key);
        const logprobs = [{ token: transcript, logprob: -0.05, bytes: [] }];
        const type = "conversation.item.input_audio_transcription.completed";
        socket.send(JSON.stringify({ type, item_id, content_index: 0, transcript, logprobs }));
        this.#note("transcription", key, from);
      }
    });
  }

  #note(step: Wait["step"], key: TurnKey | undefined, from: number): void {
    if (key !== undefined) this.#waits.push({ ...key, step, from, to: now() });
  }
}

function chunk(delta: { content?: string }, finish_reason: "stop" | null): string {
  const choice = { index: 0, delta, finish_reason };
  return `data: ${JSON.stringify({ id: "chatcmpl-played", object: "chat.completion.chunk", created: 1, model: "gpt-4o", choices: [choice] })}\n\n`;
}

function json(response: ServerResponse, body: unknown): void {
  response.writeHead(200, { "Content-Type": "application/json" }).end(JSON.stringify(body));
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part);
  return Buffer.concat(parts).toString("utf8");
}
