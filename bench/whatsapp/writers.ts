/** People who write to the business on WhatsApp, as the phone network brings it: one signed webhook a message. */
import { Agent } from "node:http";
import { newSid } from "#simulators/twilio/ids.ts";
import type { BenchProduct } from "../product.ts";
import { type PostedForm, postSigned } from "../signed-post.ts";

export interface WrittenMessage extends PostedForm {
  sid: string;
  /** Who wrote it. */
  from: string;
  body: string;
  /** Epoch milliseconds of the post. */
  at: number;
}

/** What people ask. None of it is an order in exact words, which would be answered without the model. */
const QUESTIONS = [
  "היי, רציתי לשאול מה שעות הפתיחה שלכם השבוע",
  "אפשר לקבוע פגישה ליום ראשון בבוקר אצלכם במשרד?",
  "אני מחפש דירת שלושה חדרים בצפון העיר, יש משהו?",
  "תודה על השיחה אתמול, מחכה להצעה שלכם",
  "האם אפשר לשלוח אליי את הפרטים במייל?",
];

export class Writers {
  readonly #product: BenchProduct;
  readonly #agent = new Agent({ keepAlive: true });

  constructor(product: BenchProduct) {
    this.#product = product;
  }

  /** Writes once, as the person of that number; never rejects. The same `sid` again is the same message. */
  async write(from: string, body: string, sid = newSid("SM")): Promise<WrittenMessage> {
    const { url, authToken, accountSid, whatsappNumber } = this.#product;
    const WaId = from.slice(1);
    const at = Date.now();
    const posted = await postSigned(
      { url: `${url}/webhook/whatsapp/incoming`, authToken, agent: this.#agent },
      {
        SmsMessageSid: sid,
        SmsSid: sid,
        MessageSid: sid,
        AccountSid: accountSid,
        ApiVersion: "2010-04-01",
        SmsStatus: "received",
        From: `whatsapp:${from}`,
        To: `whatsapp:${whatsappNumber}`,
        Body: body,
        NumSegments: "1",
        NumMedia: "0",
        WaId,
        ProfileName: WaId,
        MessageType: "text",
        ReferralNumMedia: "0",
      },
    );
    return { ...posted, sid, from, body, at };
  }

  close(): void {
    this.#agent.destroy();
  }
}

/** The number of the nth person. */
export function writerNumber(index: number): string {
  return `+97254${String(index).padStart(7, "0")}`;
}

/** What is asked in the nth message. */
export function question(index: number): string {
  return `${QUESTIONS[index % QUESTIONS.length]} (${index})`;
}
