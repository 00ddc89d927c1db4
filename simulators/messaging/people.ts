/** How the people that the application writes to, and the networks between, behave. */
import { z } from "zod";
import { isDeliveryError } from "./delivery-errors.ts";
import { STATUSES } from "./message.ts";

export const personNumber = z.string().regex(/^\+[1-9]\d{6,14}$/, "not an E.164 number");

const behaviour = z.strictObject({
  /** Whether the number has WhatsApp; without it a message there fails with 63024. */
  onWhatsApp: z.boolean(),
  /** Wrote STOP by SMS: sending is refused with 21610. */
  unsubscribed: z.boolean(),
  /** Whether WhatsApp messages are read and that is told. */
  reads: z.boolean(),
  /** Between one status and the next. */
  stepMs: z.number().min(0).max(3_600_000),
  /** Twilio promises no order of callbacks: `reversed` tells the last one first. */
  order: z.enum(["forward", "reversed"]),
  /** How often every callback is sent, at the same time. */
  copies: z.number().int().min(1).max(10),
  /** Callbacks that never come. */
  missing: z.array(z.enum(STATUSES)),
  /** How every message ends instead. */
  outcome: z
    .strictObject({
      status: z.enum(["failed", "undelivered"]),
      code: z.number().refine(isDeliveryError, "not an error of delivery"),
    })
    .nullable(),
});
export type Behaviour = z.infer<typeof behaviour>;

const personInput = behaviour.partial().extend({
  /** Without one it is said of everybody. */
  number: personNumber.optional(),
});
export type PersonInput = z.input<typeof personInput>;

const USUAL: Behaviour = {
  onWhatsApp: true,
  unsubscribed: false,
  reads: true,
  stepMs: 50,
  order: "forward",
  copies: 1,
  missing: [],
  outcome: null,
};

export class People {
  #everybody: Behaviour = USUAL;
  #byNumber = new Map<string, Partial<Behaviour>>();

  /** What is said about a person is added to what is known of them. Throws a ZodError. */
  set(input: PersonInput): Behaviour {
    const { number, ...said } = personInput.parse(input);
    if (number) this.#byNumber.set(number, { ...this.#byNumber.get(number), ...said });
    else this.#everybody = { ...this.#everybody, ...said };
    return number ? this.behaviourOf(number) : this.#everybody;
  }

  behaviourOf(number: string): Behaviour {
    return { ...this.#everybody, ...this.#byNumber.get(number) };
  }
}
