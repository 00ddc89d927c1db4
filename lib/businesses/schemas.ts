/** A business's settings, as forms, verbs and the agent read them. */
import { z } from "zod";
import { phone } from "../hebrew/phone.ts";

export const weekdays = ["0", "1", "2", "3", "4", "5", "6"] as const;
const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "שעה בצורה 09:00");
const span = z
  .object({ from: clockTime, to: clockTime })
  .refine((s) => s.from < s.to, "שעת הסגירה צריכה להיות אחרי שעת הפתיחה");

/** For each weekday (0 = Sunday) the open spans, local time; no span = closed. */
export const openingHours = z.record(z.enum(weekdays), z.array(span).max(3));

export const personaInput = z.object({
  name: z.string().trim().min(1, "חסר שם העסק").max(120),
  field: z.string().trim().min(1, "חסר תחום העיסוק").max(120),
  address: z.string().trim().max(200),
  tone: z.string().trim().min(1, "חסר סגנון הדיבור").max(300),
  instructions: z.string().trim().max(4000, "ההנחיות ארוכות מדי"),
});
export type PersonaInput = z.infer<typeof personaInput>;

export const voiceInput = z.object({
  greeting: z.string().trim().min(2, "חסרה ברכת פתיחה").max(300, "ברכת הפתיחה ארוכה מדי לאוזן"),
  voice: z.string().trim().max(80).nullable(),
});
export type VoiceInput = z.infer<typeof voiceInput>;

export const hoursInput = z.object({ openingHours });
export type HoursInput = z.infer<typeof hoursInput>;

export const transferInput = z.object({
  /** Empty or null: nobody to transfer to. */
  transferPhone: z
    .string()
    .nullable()
    .transform((value) => (value?.trim() ? value : null))
    .pipe(phone.nullable()),
});
export type TransferInput = z.input<typeof transferInput>;

const whole = (least: number, most: number) => {
  const message = `מספר שלם בין ${least} ל־${most}`;
  return z.number({ error: message }).int(message).min(least, message).max(most, message);
};
const callSettings = z.object({
  enableCallsStream: z.boolean(),
  enableRecordingFallback: z.boolean(),
  /** Silence of the caller that ends a turn: of one whose words look finished, and of one that does not, ms. */
  turnSilenceMs: whole(300, 1200),
  openTurnSilenceMs: whole(800, 3000),
  maxLiveCalls: whole(1, 200),
});

/** How calls are answered, and how long the agent waits before it speaks. */
export const callsInput = callSettings.refine((calls) => calls.openTurnSilenceMs >= calls.turnSilenceMs, {
  path: ["openTurnSilenceMs"],
  message: "ההמתנה באמצע משפט לא יכולה להיות קצרה מההמתנה בסופו",
});
export type CallsInput = z.infer<typeof callsInput>;

const HALF_SECONDS = "בין 0 ל־10 שניות, בחצאי שנייה";
/** Whether the agent answers written messages, and how long it waits for more of a burst of short ones. */
export const messagesInput = z.object({
  enableMessageAgent: z.boolean(),
  replyDelaySeconds: z
    .number({ error: HALF_SECONDS })
    .min(0, HALF_SECONDS)
    .max(10, HALF_SECONDS)
    .multipleOf(0.5, HALF_SECONDS),
});
export type MessagesInput = z.infer<typeof messagesInput>;

export const orderingInput = z.object({
  /** What a delivery costs, in shekels; null: customers come and fetch what they ordered. */
  deliveryFee: z
    .number({ error: "המחיר צריך להיות מספר" })
    .min(0, "המחיר לא יכול להיות שלילי")
    .max(10_000, "המחיר גבוה מדי")
    .multipleOf(0.01, "עד שתי ספרות אחרי הנקודה")
    .nullable(),
});
export type OrderingInput = z.infer<typeof orderingInput>;

export const settingsView = z.object({
  ...personaInput.shape,
  ...voiceInput.shape,
  ...callSettings.shape,
  ...messagesInput.shape,
  ...orderingInput.shape,
  openingHours,
  transferPhone: z.string().nullable(),
  phoneNumbers: z.array(z.object({ id: z.uuid(), e164: z.string(), label: z.string() })),
  /** The addresses to copy into the phone network's console. */
  webhooks: z.object({ incomingCall: z.url(), voiceFallback: z.url(), callStatus: z.url() }),
});
export type SettingsView = z.infer<typeof settingsView>;

const oneLine = z.string().transform((text) => text.trim().replace(/\s+/g, " "));

/** A word as it is written, and as the voice is to say it: letters, with nikud or without. */
export const pronunciationInput = z.object({
  written: oneLine.pipe(
    z
      .string()
      .min(1, "חסרה המילה")
      .max(60, "עד 60 תווים")
      .regex(/[\p{L}\p{N}]/u, "חסרה המילה"),
  ),
  spoken: oneLine.pipe(
    z
      .string()
      .min(2, "חסר איך אומרים אותה")
      .max(120, "עד 120 תווים")
      .regex(/^[\p{L}\p{M} \-־'"׳״]+$/u, "רק אותיות וניקוד: מספרים וסימנים כותבים במילים")
      .regex(/\p{L}/u, "חסר איך אומרים אותה"),
  ),
});
export type PronunciationInput = z.input<typeof pronunciationInput>;

export const pronunciationView = z.object({ id: z.uuid(), written: z.string(), spoken: z.string() });
export type PronunciationView = z.infer<typeof pronunciationView>;
