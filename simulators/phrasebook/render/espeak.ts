import { execFile } from "node:child_process";
import { promisify } from "node:util";

const run = promisify(execFile);

/** How one word is to be spoken. */
interface Voicing {
  language: "he" | "en" | "ru";
  variant: string;
  /** espeak-ng's base pitch, 0-99. */
  pitch: number;
  /** Words a minute. */
  speed: number;
}

/** Speaks a text, or phonemes in double brackets, with espeak-ng's voice of the language. Samples lie between -1 and 1. Needs `espeak-ng` on the PATH. */
export async function speak(words: string, voicing: Voicing): Promise<{ samples: Float32Array; rate: number }> {
  const { stdout } = await run(
    "espeak-ng",
    [
      "--stdout",
      "-z",
      "-v",
      `${voicing.language}+${voicing.variant}`,
      "-p",
      String(voicing.pitch),
      "-s",
      String(voicing.speed),
      words,
    ],
    { encoding: "buffer", maxBuffer: 16 * 1024 * 1024 },
  );
  return readWav(stdout);
}

// espeak-ng writes a 44-byte header with a made-up length when it writes to a pipe: the rest is the audio.
function readWav(wav: Buffer): { samples: Float32Array; rate: number } {
  if (wav.toString("latin1", 0, 4) !== "RIFF" || wav.toString("latin1", 36, 40) !== "data") {
    throw new Error("espeak-ng did not write the WAV header that is expected of it");
  }
  const samples = new Float32Array((wav.length - 44) >> 1);
  for (let index = 0; index < samples.length; index++) samples[index] = wav.readInt16LE(44 + index * 2) / 32768;
  return { samples, rate: wav.readUInt32LE(24) };
}
