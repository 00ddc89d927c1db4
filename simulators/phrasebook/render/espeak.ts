import { execFile } from "node:child_process";
import { promisify } from "node:util";

const run = promisify(execFile);

/** How one word is to be spoken. */
interface Voicing {
  variant: string;
  /** espeak-ng's base pitch, 0-99. */
  pitch: number;
  /** Words a minute. */
  speed: number;
}

/** Speaks espeak-ng phonemes with its Hebrew voice. Samples lie between -1 and 1. Needs `espeak-ng` on the PATH. */
export async function speak(phonemes: string, voicing: Voicing): Promise<{ samples: Float32Array; rate: number }> {
  const { stdout } = await run(
    "espeak-ng",
    [
      "--stdout",
      "-z",
      "-v",
      `he+${voicing.variant}`,
      "-p",
      String(voicing.pitch),
      "-s",
      String(voicing.speed),
      `[[${phonemes}]]`,
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
