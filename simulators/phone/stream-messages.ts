/** What an application may send over a media stream, and what is wrong with what it sent. */
import { z } from "zod";
import type { TwilioErrorCode } from "../twilio/errors.ts";

export type StreamMessage =
  | { event: "media"; audio: Uint8Array; hasWavHeader: boolean }
  | { event: "mark"; name: string }
  | { event: "clear" };

export class BadMessage extends Error {
  readonly code: TwilioErrorCode = 31951;
}

const message = z.discriminatedUnion("event", [
  z.object({ event: z.literal("media"), streamSid: z.string(), media: z.object({ payload: z.string() }) }),
  z.object({ event: z.literal("mark"), streamSid: z.string(), mark: z.object({ name: z.string() }) }),
  z.object({ event: z.literal("clear"), streamSid: z.string() }),
]);

/** Reads one message for the stream `streamSid`. Throws BadMessage (31951). */
export function parseStreamMessage(text: string, streamSid: string): StreamMessage {
  const parsed = message.safeParse(parseJson(text));
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new BadMessage(`${issue?.path.join(".") || "message"}: ${issue?.message ?? "invalid"}`);
  }
  if (parsed.data.streamSid !== streamSid) throw new BadMessage(`wrong streamSid ${parsed.data.streamSid}`);
  switch (parsed.data.event) {
    case "media": {
      const audio = decodeBase64(parsed.data.media.payload);
      return { event: "media", audio, hasWavHeader: hasWavHeader(audio) };
    }
    case "mark":
      return { event: "mark", name: parsed.data.mark.name };
    case "clear":
      return { event: "clear" };
    default:
      return parsed.data satisfies never;
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new BadMessage("not JSON", { cause: error });
  }
}

// Buffer.from skips what is not base64, so the length tells.
function decodeBase64(payload: string): Uint8Array {
  const bytes = Buffer.from(payload, "base64");
  const padding = payload.endsWith("==") ? 2 : payload.endsWith("=") ? 1 : 0;
  if (payload.length % 4 !== 0 || bytes.length !== (payload.length / 4) * 3 - padding) {
    throw new BadMessage("media.payload is not base64");
  }
  return bytes;
}

function hasWavHeader(audio: Uint8Array): boolean {
  const head = Buffer.from(audio.subarray(0, 12)).toString("latin1");
  return head.startsWith("RIFF") && head.endsWith("WAVE");
}
