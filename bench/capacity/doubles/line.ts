/** One phone on the line: a media stream that sends frames, plays what it gets in real time and echoes marks. */
import { WebSocket } from "ws";
import { z } from "zod";
import { now } from "./notes.ts";

const BYTES_PER_MS = 8;
const message = z.discriminatedUnion("event", [
  z.object({ event: z.literal("media"), media: z.object({ payload: z.string() }) }),
  z.object({ event: z.literal("mark"), mark: z.object({ name: z.string() }) }),
  z.object({ event: z.literal("clear") }),
]);

export interface LineListener {
  /** Sound of the agent has arrived. */
  audio(mulaw: Buffer, at: number): void;
  closed(): void;
}

export class Line {
  readonly #socket: WebSocket;
  readonly #streamSid: string;
  readonly #marks: { name: string; timer: NodeJS.Timeout }[] = [];
  #playedUntil = 0;
  #sequence = 1;
  #chunk = 0;

  constructor(url: string, headers: Record<string, string>, streamSid: string, listener: LineListener) {
    this.#streamSid = streamSid;
    this.#socket = new WebSocket(url, { headers, perMessageDeflate: false });
    this.#socket.on("message", (data) => this.#heard(message.parse(JSON.parse(data.toString())), listener));
    this.#socket.on("close", () => listener.closed());
    // What went wrong is told by the close that follows.
    this.#socket.on("error", () => {});
  }

  get quiet(): boolean {
    return now() >= this.#playedUntil;
  }

  async start(start: Record<string, unknown>): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      this.#socket.once("open", resolve);
      this.#socket.once("error", reject);
    });
    this.#socket.send(JSON.stringify({ event: "connected", protocol: "Call", version: "1.0.0" }));
    this.#socket.send(
      JSON.stringify({
        event: "start",
        sequenceNumber: "1",
        streamSid: this.#streamSid,
        start: { ...start, streamSid: this.#streamSid },
      }),
    );
  }

  /** 20 ms of the caller's sound, as base64. */
  send(payload: string): void {
    if (this.#socket.readyState !== WebSocket.OPEN) return;
    this.#sequence += 1;
    this.#chunk += 1;
    this.#socket.send(
      `{"event":"media","sequenceNumber":"${this.#sequence}","media":{"track":"inbound","chunk":"${this.#chunk}","timestamp":"${this.#chunk * 20}","payload":"${payload}"},"streamSid":"${this.#streamSid}"}`,
    );
  }

  hangUp(callSid: string, accountSid: string): void {
    for (const { timer } of this.#marks) clearTimeout(timer);
    if (this.#socket.readyState !== WebSocket.OPEN) return;
    this.#socket.send(JSON.stringify({ event: "stop", streamSid: this.#streamSid, stop: { accountSid, callSid } }));
    this.#socket.close();
  }

  #heard(event: z.infer<typeof message>, listener: LineListener): void {
    const at = now();
    switch (event.event) {
      case "media": {
        const mulaw = Buffer.from(event.media.payload, "base64");
        this.#playedUntil = Math.max(at, this.#playedUntil) + mulaw.length / BYTES_PER_MS;
        listener.audio(mulaw, at);
        return;
      }
      case "mark": {
        const { name } = event.mark;
        this.#marks.push({ name, timer: setTimeout(() => this.#echo(name), this.#playedUntil - at) });
        return;
      }
      case "clear":
        this.#playedUntil = at;
        for (const { name, timer } of this.#marks.splice(0)) {
          clearTimeout(timer);
          this.#sendMark(name);
        }
        return;
      default:
        event satisfies never;
    }
  }

  #echo(name: string): void {
    this.#marks.splice(
      this.#marks.findIndex((mark) => mark.name === name),
      1,
    );
    this.#sendMark(name);
  }

  #sendMark(name: string): void {
    if (this.#socket.readyState !== WebSocket.OPEN) return;
    this.#sequence += 1;
    const mark = { event: "mark", sequenceNumber: String(this.#sequence), streamSid: this.#streamSid, mark: { name } };
    this.#socket.send(JSON.stringify(mark));
  }
}
