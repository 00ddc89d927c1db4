/** The way to the caller's ear over Twilio's socket. */
import type { WebSocket } from "ws";
import type { Line } from "#lib/voice/ports.ts";
import { clearMessage, markMessage, mediaMessage } from "./messages.ts";

/** One second of mu-law. */
const MAX_PIECE_BYTES = 8_000;
/** About two and a half minutes of audio in base64: a far side that reads keeps this near zero. */
const MAX_UNSENT_BYTES = 1_600_000;

interface LineOptions {
  socket: Pick<WebSocket, "send" | "readyState" | "bufferedAmount">;
  streamSid: string;
  /** The first audio leaves. */
  onFirstAudio(): void;
  /** The far side does not read any more. */
  onStuck(): void;
}

const OPEN = 1;

export function twilioLine({ socket, streamSid, onFirstAudio, onStuck }: LineOptions): Line {
  let spoke = false;
  const send = (message: string) => {
    if (socket.readyState !== OPEN) return;
    if (socket.bufferedAmount > MAX_UNSENT_BYTES) {
      onStuck();
      return;
    }
    // An error closes the socket, and the close is what ends the call.
    socket.send(message, () => {});
  };
  return {
    send(audio) {
      for (let at = 0; at < audio.length; at += MAX_PIECE_BYTES) {
        send(mediaMessage(streamSid, audio.subarray(at, at + MAX_PIECE_BYTES)));
      }
      if (spoke || audio.length === 0) return;
      spoke = true;
      onFirstAudio();
    },
    mark: (name) => send(markMessage(streamSid, name)),
    clear: () => send(clearMessage(streamSid)),
  };
}
