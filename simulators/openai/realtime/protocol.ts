import { z } from "zod";

/** The client events of a transcription session, GA shape (developers.openai.com/api/reference, realtime). */
const format = z.discriminatedUnion("type", [
  z.object({ type: z.literal("audio/pcmu") }),
  z.object({ type: z.literal("audio/pcma") }),
  z.object({ type: z.literal("audio/pcm"), rate: z.literal(24000).default(24000) }),
]);

const serverVad = z.object({
  type: z.literal("server_vad"),
  threshold: z.number().min(0).max(1).default(0.5),
  prefix_padding_ms: z.number().int().nonnegative().default(300),
  silence_duration_ms: z.number().int().positive().default(500),
});

const transcription = z.object({
  model: z.string(),
  language: z
    .string()
    .regex(/^[a-z]{2,3}$/)
    .optional(),
  prompt: z.string().optional(),
});

const audioInput = z.object({
  format: format.optional(),
  noise_reduction: z
    .object({ type: z.enum(["near_field", "far_field"]) })
    .nullable()
    .optional(),
  transcription: transcription.nullable().optional(),
  turn_detection: serverVad.nullable().optional(),
});

const LOGPROBS = "item.input_audio_transcription.logprobs";

const sessionUpdate = z.object({
  type: z.literal("session.update"),
  event_id: z.string().optional(),
  session: z.object({
    type: z.literal("transcription"),
    audio: z.object({ input: audioInput.optional() }).optional(),
    include: z.array(z.literal(LOGPROBS)).optional(),
  }),
});

const append = z.object({
  type: z.literal("input_audio_buffer.append"),
  event_id: z.string().optional(),
  audio: z.base64(),
});

const commit = z.object({ type: z.literal("input_audio_buffer.commit"), event_id: z.string().optional() });
const clear = z.object({ type: z.literal("input_audio_buffer.clear"), event_id: z.string().optional() });

export const clientEvent = z.discriminatedUnion("type", [sessionUpdate, append, commit, clear]);
export type ClientEvent = z.infer<typeof clientEvent>;

/** The names of the events that are understood, as the error about another one lists them. */
export const CLIENT_EVENTS = clientEvent.options.map((option) => option.shape.type.value);

export type AudioFormat = z.infer<typeof format>;
export type ServerVad = z.infer<typeof serverVad>;
type SessionChange = z.infer<typeof sessionUpdate>["session"];

/** A transcription session's settings as they stand. */
export interface SessionSettings {
  format: AudioFormat;
  noiseReduction: { type: "near_field" | "far_field" } | null;
  transcription: z.infer<typeof transcription> | null;
  turnDetection: ServerVad | null;
  include: (typeof LOGPROBS)[];
}

/** What a session starts with: no transcription yet, and turns that the server finds itself. */
export const initialSettings: SessionSettings = {
  format: { type: "audio/pcm", rate: 24000 },
  noiseReduction: null,
  transcription: null,
  turnDetection: serverVad.parse({ type: "server_vad" }),
  include: [],
};

/** The settings after an update: what it does not name stays. */
export function changed(settings: SessionSettings, change: SessionChange): SessionSettings {
  const input = change.audio?.input ?? {};
  return {
    format: input.format ?? settings.format,
    noiseReduction: input.noise_reduction === undefined ? settings.noiseReduction : input.noise_reduction,
    transcription: input.transcription === undefined ? settings.transcription : input.transcription,
    turnDetection: input.turn_detection === undefined ? settings.turnDetection : input.turn_detection,
    include: change.include ?? settings.include,
  };
}

/** The session object of session.created and session.updated. */
export function describeSession(id: string, expiresAt: number, settings: SessionSettings): object {
  return {
    type: "transcription",
    object: "realtime.transcription_session",
    id,
    expires_at: expiresAt,
    audio: {
      input: {
        format: settings.format,
        transcription: settings.transcription,
        noise_reduction: settings.noiseReduction,
        turn_detection: settings.turnDetection,
      },
    },
    include: settings.include.length > 0 ? settings.include : null,
  };
}
