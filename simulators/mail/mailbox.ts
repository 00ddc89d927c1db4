import PostalMime from "postal-mime";

export interface Mail {
  id: number;
  /** Epoch milliseconds. */
  receivedAt: number;
  from: string;
  /** The envelope's recipients, in lower case. */
  to: string[];
  subject: string;
  text: string;
  html: string;
  attachments: { filename: string; mimeType: string; bytes: number }[];
}

const CAPACITY = 500;

/** The letters that have come, the newest last; the oldest go when the box is full. */
export class Mailbox {
  #mails: Mail[] = [];
  #lastId = 0;

  /** Reads a raw message and keeps it. */
  async receive(raw: Buffer, envelope: { from: string; to: string[] }, receivedAt: number): Promise<Mail> {
    const parsed = await PostalMime.parse(raw);
    this.#lastId += 1;
    const mail: Mail = {
      id: this.#lastId,
      receivedAt,
      from: parsed.from?.address ?? envelope.from,
      to: envelope.to.map((address) => address.toLowerCase()),
      subject: parsed.subject ?? "",
      text: parsed.text?.trim() ?? "",
      html: parsed.html ?? "",
      attachments: parsed.attachments.map(({ filename, mimeType, content }) => ({
        filename: filename ?? "",
        mimeType,
        bytes: typeof content === "string" ? content.length : content.byteLength,
      })),
    };
    this.#mails = [...this.#mails.slice(-(CAPACITY - 1)), mail];
    return mail;
  }

  /** All letters, or those to one address. */
  list(to?: string | undefined): Mail[] {
    const wanted = to?.toLowerCase();
    return wanted ? this.#mails.filter((mail) => mail.to.includes(wanted)) : [...this.#mails];
  }

  get(id: number): Mail | undefined {
    return this.#mails.find((mail) => mail.id === id);
  }
}
