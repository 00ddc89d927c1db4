/** A business that sells by message, and people who write to it and read what comes back. */
import { randomInt } from "node:crypto";
import { answerConversation } from "../../agent/answer-conversation.ts";
import { withoutInvisible } from "../../hebrew/bidi.ts";
import { receiveMessage } from "../../messaging/receive-message.ts";
import type { LanguageModel } from "../../providers/llm/types.ts";
import { type TestBusiness, testBusiness } from "../../testing/business.ts";
import type { TestDatabase } from "../../testing/database.ts";
import { createProduct } from "../create-product.ts";
import type { CreateProductInput, ProductView } from "../schemas/products.ts";

export interface Shop {
  business: TestBusiness;
  products: ProductView[];
}

export async function shopWith(...inputs: CreateProductInput[]): Promise<Shop> {
  const business = await testBusiness("מאפיית הבוקר");
  const products = [];
  for (const one of inputs) products.push(await createProduct(business.as("staff"), one));
  return { business, products };
}

export class Customer {
  readonly phone = `+97254${randomInt(1_000_000, 9_999_999)}`;
  readonly #business: TestBusiness;
  readonly #database: TestDatabase;
  readonly #model: LanguageModel | null;

  constructor(database: TestDatabase, business: TestBusiness, model: LanguageModel | null = null) {
    this.#database = database;
    this.#model = model;
    this.#business = business;
  }

  /** What was answered to this message, as it is read: without the marks that set directions. */
  async writes(body: string, id: string = crypto.randomUUID()): Promise<string> {
    const before = (await this.#answers()).length;
    await this.sends(body, id);
    await this.isAnswered();
    return withoutInvisible((await this.#answers()).slice(before).join("\n---\n"));
  }

  async sends(body: string, id: string = crypto.randomUUID()): Promise<void> {
    await receiveMessage(this.#business.ctx, {
      ...{ channel: "whatsapp", carrier: "twilio", providerId: `SM${id}`, from: this.phone, profileName: "דנה" },
      ...{ body, content: { kind: "text" }, attachments: [], replyTo: null, writtenAt: new Date() },
    });
  }

  /** Several messages that come before any of them is answered. */
  async writesAtOnce(...bodies: string[]): Promise<string> {
    const last = bodies.pop() ?? "";
    for (const body of bodies) await this.sends(body);
    return this.writes(last);
  }

  /** Somebody of the business, or the agent, says this to them. */
  async isTold(body: string, author: "agent" | "staff" = "agent"): Promise<void> {
    await this.#database.owner`
      insert into message (business_id, conversation_id, direction, author, body, status, carrier)
      values (${this.#business.id}, ${await this.conversationId()}, 'out', ${author}, ${body}, 'sent', 'twilio')`;
  }

  async isAnswered(): Promise<void> {
    const job = { businessId: this.#business.id, conversationId: await this.conversationId() };
    await answerConversation(this.#model, job, AbortSignal.timeout(20_000));
  }

  async conversationId(): Promise<string> {
    const [row] = await this.#database.owner`
      select id from conversation where business_id = ${this.#business.id} and address = ${this.phone}`;
    return row?.id;
  }

  /** That 25 hours pass since the last word about an order. */
  async sleeps(): Promise<void> {
    await this.#database.owner`
      update cart set touched_at = now() - interval '25 hours' where conversation_id = ${await this.conversationId()}`;
  }

  async #answers(): Promise<string[]> {
    const rows = await this.#database.owner`
      select body from message where direction = 'out' and conversation_id = ${(await this.conversationId()) ?? null}
      order by id`;
    return rows.map(({ body }) => String(body));
  }
}
