import { speechTrouble } from "../audio/speech-check.ts";
import type { SpeechRequest, SpeechSynthesizer } from "./types.ts";

/** "בשמחה.", "כן, בוודאי.": what answers begin with, again and again. Longer sentences hardly ever come twice. */
const LONGEST = 24;
const MAX_BYTES = 8 * 1024 * 1024;

/**
 * Remembers short sentences: whatever was spoken once in a voice is there at once the next time, in every call of this
 * process. `maxBytes` bounds the memory; what was not used for longest is forgotten first.
 */
export function withMemory(voice: SpeechSynthesizer, maxBytes = MAX_BYTES): SpeechSynthesizer {
  const kept = new Map<string, Uint8Array>();
  let bytes = 0;
  const forget = (key: string) => {
    bytes -= kept.get(key)?.length ?? 0;
    kept.delete(key);
  };
  const keep = (key: string, audio: Uint8Array) => {
    forget(key);
    kept.set(key, audio);
    bytes += audio.length;
    for (const oldest of kept.keys()) {
      if (bytes <= maxBytes) return;
      forget(oldest);
    }
  };
  return {
    name: voice.name,
    voices: () => voice.voices(),
    synthesize: async function* (request, signal) {
      if (request.text.length > LONGEST) return yield* voice.synthesize(request, signal);
      const key = keyOf(request);
      const known = kept.get(key);
      if (known) {
        keep(key, known);
        yield known;
        return;
      }
      const pieces: Uint8Array[] = [];
      for await (const piece of voice.synthesize(request, signal)) {
        pieces.push(piece);
        yield piece;
      }
      // Only what came to its end: an answer that broke off has thrown, and one that nobody wanted was left.
      // A copy of its own: a slice of one of Node's pooled buffers would keep all of that buffer.
      const audio = new Uint8Array(Buffer.concat(pieces));
      if (!signal.aborted && isWhole(audio, request)) keep(key, audio);
    },
  };
}

/** What cannot be the sentence was said once, and is not said again. Only what the phone line plays can be judged. */
const isWhole = (audio: Uint8Array, { encoding, text }: SpeechRequest) =>
  encoding === "mulaw8k" && speechTrouble(audio, text) === null;

const keyOf = ({ voice, encoding, text }: SpeechRequest) => `${voice ?? ""}\n${encoding}\n${text}`;
