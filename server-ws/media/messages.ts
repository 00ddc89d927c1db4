/**
 * Every frame of Twilio Media Streams that comes in (twilio.com/docs/voice/media-streams/websocket-messages), and those
 * that go out. Numbers arrive as strings. Events that we do not know are no error: Twilio may add some.
 */
import { z } from "zod";

const count = z.coerce.number().int().nonnegative();
const streamSid = z.string().min(1).max(64);

/** 20 ms are 160 bytes; nothing that Twilio sends comes near this (0.4 s). */
export const MAX_AUDIO_BYTES = 3_200;

/** Fifty of these a second come in on every call. */
const audio = z.string().transform((payload, context) => {
  const bytes = Buffer.from(payload, "base64");
  // What is no base64 is left out by the decoder, so that less comes out than its length promises.
  const padding = payload.endsWith("==") ? 2 : payload.endsWith("=") ? 1 : 0;
  if (payload.length % 4 !== 0 || bytes.length !== (payload.length / 4) * 3 - padding)
    context.issues.push({ code: "custom", message: "not base64", input: payload });
  else if (bytes.length === 0 || bytes.length > MAX_AUDIO_BYTES)
    context.issues.push({ code: "custom", message: "wrong size", input: payload });
  return bytes;
});

const mediaFormat = z.object({
  encoding: z.literal("audio/x-mulaw"),
  sampleRate: z.coerce.number().pipe(z.literal(8000)),
  channels: z.coerce.number().pipe(z.literal(1)),
});

const frameSchema = z.discriminatedUnion("event", [
  z.object({ event: z.literal("connected") }),
  z.object({
    event: z.literal("start"),
    streamSid,
    start: z.object({
      callSid: z.string().min(1).max(64),
      mediaFormat,
      customParameters: z.record(z.string(), z.string()).default({}),
    }),
  }),
  z.object({
    event: z.literal("media"),
    streamSid,
    media: z.object({ track: z.string().default("inbound"), chunk: count.optional(), payload: audio }),
  }),
  z.object({ event: z.literal("dtmf"), streamSid, dtmf: z.object({ digit: z.string().regex(/^[0-9*#A-D]$/) }) }),
  z.object({ event: z.literal("mark"), streamSid, mark: z.object({ name: z.string().max(256) }) }),
  z.object({ event: z.literal("stop"), streamSid }),
]);
const knownEvents = new Set(["connected", "start", "media", "dtmf", "mark", "stop"]);
const anyEvent = z.object({ event: z.string() });

export type TwilioFrame = z.infer<typeof frameSchema>;
export type StartFrame = Extract<TwilioFrame, { event: "start" }>;

export type ParsedFrame =
  | { kind: "frame"; frame: TwilioFrame }
  | { kind: "unknown_event"; event: string }
  | { kind: "malformed"; reason: string };

/** Reads one message of the socket. Never throws, whatever it is. */
export function parseFrame(text: string): ParsedFrame {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return { kind: "malformed", reason: "not JSON" };
  }
  const parsed = frameSchema.safeParse(json);
  if (parsed.success) return { kind: "frame", frame: parsed.data };
  const named = anyEvent.safeParse(json);
  if (named.success && !knownEvents.has(named.data.event))
    return { kind: "unknown_event", event: named.data.event.slice(0, 40) };
  const [issue] = parsed.error.issues;
  return { kind: "malformed", reason: issue ? `${issue.path.join(".")}: ${issue.message}` : "no frame" };
}

/** Audio for the caller: raw mu-law, at most a second at a time. */
export function mediaMessage(sid: string, mulaw: Uint8Array): string {
  const payload = Buffer.from(mulaw.buffer, mulaw.byteOffset, mulaw.byteLength).toString("base64");
  return `{"event":"media","streamSid":${JSON.stringify(sid)},"media":{"payload":"${payload}"}}`;
}

export function markMessage(sid: string, name: string): string {
  return JSON.stringify({ event: "mark", streamSid: sid, mark: { name } });
}

export function clearMessage(sid: string): string {
  return JSON.stringify({ event: "clear", streamSid: sid });
}
