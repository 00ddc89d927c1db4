/** What a simulated caller does: the steps of a script, checked at the door. */
import { z } from "zod";
import { NOISE_KINDS } from "./audio/sounds.ts";

const ms = z.number().min(0).max(3_600_000);

/** Gain 1 is the phrase as rendered; `noise` is white noise under it, its root mean square as a part of full scale. */
const sound = { gain: z.number().min(0).max(20).default(1), noise: z.number().min(0).max(0.5).default(0) };

const stepSchema = z.discriminatedUnion("do", [
  /** Says a phrase of the phrasebook; `dropFrames` are the 20 ms frames of it that are lost on the way. */
  z.strictObject({
    do: z.literal("say"),
    phrase: z.string().min(1),
    ...sound,
    dropFrames: z.array(z.number().int().min(0)).default([]),
  }),
  /** Plays raw mu-law, 8000 Hz. */
  z.strictObject({ do: z.literal("play"), audioBase64: z.base64(), ...sound }),
  z.strictObject({
    do: z.literal("noise"),
    kind: z.enum(NOISE_KINDS),
    ms,
    gain: z.number().min(0).max(20).default(1),
  }),
  z.strictObject({ do: z.literal("wait"), ms }),
  /** Until the agent has spoken since the caller's last speech and has then been silent for `quietMs`. */
  z.strictObject({ do: z.literal("wait_agent"), quietMs: ms.default(700), timeoutMs: ms.default(30_000) }),
  /** Until the agent has been speaking for `ms` without a pause. */
  z.strictObject({ do: z.literal("wait_agent_speaking"), ms, timeoutMs: ms.default(30_000) }),
  z.strictObject({ do: z.literal("dtmf"), digits: z.string().regex(/^[0-9*#]+$/) }),
  z.strictObject({ do: z.literal("hangup") }),
  /** Tears the media stream's connection down, without a closing handshake. */
  z.strictObject({ do: z.literal("cut_stream") }),
]);

export const scriptSchema = z.array(stepSchema).max(1000);

/** A step as checked, every default filled in. */
export type Step = z.infer<typeof stepSchema>;
/** A step as written by whoever places a call. */
export type StepInput = z.input<typeof stepSchema>;
