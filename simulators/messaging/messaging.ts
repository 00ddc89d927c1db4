/** The messaging half of the account: its messages, templates and rules. What is done with them is in the other files. */
import { z } from "zod";
import type { Faults } from "../common/faults.ts";
import type { RequestLog } from "../common/http.ts";
import type { Numbers, PhoneNumber } from "../phone/numbers.ts";
import type { WebhookSettings } from "../twilio/webhooks.ts";
import type { Address } from "./addresses.ts";
import { MediaStore } from "./media.ts";
import { MessageStore } from "./message-store.ts";
import { People } from "./people.ts";
import { RateLimit } from "./rate-limit.ts";
import { Templates } from "./templates.ts";
import { Windows } from "./windows.ts";

interface MessagingOptions {
  accountSid: string;
  webhooks: WebhookSettings;
  numbers: Numbers;
  faults: Faults;
  requests: RequestLog;
  /** For the 24 hours and the rates. */
  clock?: (() => number) | undefined;
}

const settingsSchema = z.strictObject({
  /** Whether media are given to the account's credentials only; it can be switched off in Twilio's console. */
  mediaAuth: z.boolean(),
  /** How many WhatsApp messages one sender may send within a second; those above fail with 63018. */
  whatsappPerSecond: z.number().int().positive().nullable(),
});
export type MessagingSettings = z.infer<typeof settingsSchema>;

export class Messaging {
  readonly accountSid: string;
  readonly webhooks: WebhookSettings;
  readonly numbers: Numbers;
  readonly faults: Faults;
  readonly requests: RequestLog;
  readonly messages = new MessageStore();
  readonly media = new MediaStore();
  readonly people = new People();
  readonly templates = new Templates();
  readonly windows: Windows;
  readonly rateLimit: RateLimit;
  /** Where the REST API is reached, without a slash at the end. */
  apiUrl = "";
  settings: MessagingSettings = { mediaAuth: true, whatsappPerSecond: null };
  #timers = new Set<() => void>();
  #isClosed = false;

  constructor(options: MessagingOptions) {
    this.accountSid = options.accountSid;
    this.webhooks = options.webhooks;
    this.numbers = options.numbers;
    this.faults = options.faults;
    this.requests = options.requests;
    this.windows = new Windows(options.clock);
    this.rateLimit = new RateLimit(options.clock);
  }

  /** Changes the account's settings; what is not named stays. Throws a ZodError. */
  set(input: Partial<MessagingSettings>): MessagingSettings {
    this.settings = { ...this.settings, ...settingsSchema.partial().parse(input) };
    return this.settings;
  }

  /** The application's number that sends from this address or receives there. */
  senderOf({ channel, number }: Address): PhoneNumber | undefined {
    const known = this.numbers.get(number);
    return known && (channel === "whatsapp" ? known.whatsappUrl : known.smsUrl) !== undefined ? known : undefined;
  }

  /** Waits; false when the network was closed meanwhile. */
  wait(ms: number): Promise<boolean> {
    if (this.#isClosed) return Promise.resolve(false);
    return new Promise((resolve) => {
      const done = () => {
        clearTimeout(timer);
        this.#timers.delete(done);
        resolve(!this.#isClosed);
      };
      const timer = setTimeout(done, ms);
      this.#timers.add(done);
    });
  }

  /** What is on its way stays where it is. */
  close(): void {
    this.#isClosed = true;
    for (const done of this.#timers) done();
  }
}
