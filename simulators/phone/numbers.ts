/** The telephone numbers of the simulated world: the application's own, and those of people that can be dialled. */
import { z } from "zod";
import { newSid } from "../twilio/ids.ts";
import { scriptSchema } from "./script.ts";

export const CALL_EVENTS = ["initiated", "ringing", "answered", "completed"] as const;
export type CallEvent = (typeof CALL_EVENTS)[number];

const e164 = z.string().regex(/^\+[1-9]\d{6,14}$/, "not an E.164 number");
const address = z.url({ protocol: /^https?$/ });

export const numberSchema = z.strictObject({
  number: e164,
  /** With an address of its own the number belongs to the application, as configured in Twilio's console. */
  voiceUrl: address.optional(),
  /** Asked when the application's answer does not come or is no good: "Primary handler fails" in Twilio's console. */
  voiceFallbackUrl: address.optional(),
  statusCallback: address.optional(),
  /** Where an SMS to this number goes, and where when that fails. */
  smsUrl: address.optional(),
  smsFallbackUrl: address.optional(),
  /** With this one the number is a WhatsApp sender, too. A sender has callbacks of its own; SMS have only those asked for. */
  whatsappUrl: address.optional(),
  whatsappFallbackUrl: address.optional(),
  whatsappStatusCallback: address.optional(),
  /** The messaging service that this number is a sender of. */
  messagingService: z
    .strictObject({ sid: z.string().regex(/^MG[0-9a-f]{32}$/), statusCallback: address.optional() })
    .optional(),
  /** Which callbacks an incoming call sends. Twilio itself sends only the last one for a number. */
  statusEvents: z.array(z.enum(CALL_EVENTS)).optional(),
  /** Whether a person answers when this number is dialled, and how long after it began to ring. */
  answers: z.boolean().optional(),
  busy: z.boolean().optional(),
  afterMs: z.number().min(0).optional(),
  /** The person hangs up after this long; otherwise stays until the other side goes. */
  talkMs: z.number().min(0).optional(),
  /** What that person does in a call which the application places. */
  script: scriptSchema.optional(),
});

export type NumberInput = z.input<typeof numberSchema>;
export type PhoneNumber = z.infer<typeof numberSchema> & { sid: string };

/** The directory of all numbers. What is said about a number is added to what is known of it. */
export class Numbers {
  #byNumber = new Map<string, PhoneNumber>();

  /** Throws a ZodError. */
  set(input: NumberInput): PhoneNumber {
    const checked = numberSchema.parse(input);
    const number = { sid: newSid("PN"), ...this.#byNumber.get(checked.number), ...checked };
    this.#byNumber.set(checked.number, number);
    return number;
  }

  get(number: string): PhoneNumber | undefined {
    return this.#byNumber.get(number);
  }

  /** The application's numbers for calls and SMS. */
  owned(): PhoneNumber[] {
    return this.all().filter(({ voiceUrl, smsUrl }) => voiceUrl !== undefined || smsUrl !== undefined);
  }

  all(): PhoneNumber[] {
    return [...this.#byNumber.values()];
  }
}
