/** The telephone numbers of the simulated world: the application's own, and those of people that can be dialled. */
import { z } from "zod";
import { newSid } from "./ids.ts";
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
  /** Where text messages to it are posted, and WhatsApp messages. */
  smsUrl: address.optional(),
  whatsappUrl: address.optional(),
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

  /** The application's numbers. */
  owned(): PhoneNumber[] {
    return [...this.#byNumber.values()].filter(
      ({ voiceUrl, smsUrl, whatsappUrl }) =>
        voiceUrl !== undefined || smsUrl !== undefined || whatsappUrl !== undefined,
    );
  }

  all(): PhoneNumber[] {
    return [...this.#byNumber.values()];
  }
}
