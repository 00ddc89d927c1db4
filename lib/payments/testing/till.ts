/** Shops whose customers pay by a link: the product's own webhooks, met from outside, between the simulated providers. */
import { z } from "zod";
import { type SimRequest, type SimServer, send, startServer } from "#simulators/common/http.ts";
import { POST as payerIsBack } from "../../../app/pay/[token]/back/route.ts";
import { POST as paypalWebhook } from "../../../app/webhook/paypal/route.ts";
import { GET as tranzilaGet, POST as tranzilaPost } from "../../../app/webhook/tranzila/route.ts";
import { withoutInvisible } from "../../hebrew/bidi.ts";
import { jobSchemas } from "../../jobs/schemas.ts";
import { listOrders } from "../../ordering/list-orders.ts";
import type { OrderView } from "../../ordering/schemas/orders.ts";
import { Customer, shopWith } from "../../ordering/testing/shop.ts";
import { listTasks } from "../../tasks/list-tasks.ts";
import type { TestBusiness } from "../../testing/business.ts";
import { type Cashier, payOn, startCashier, takesPayments, tokenIn } from "../../testing/cashier.ts";
import type { TestDatabase } from "../../testing/database.ts";
import { confirmPayment } from "../jobs/confirm-payment.ts";
import type { PaymentProvider } from "../schemas/states.ts";
import { startPayment } from "../start-payment.ts";

interface Arrived {
  status: number;
  /** What the notice says, and where it was sent. */
  text: string;
}

export class Till {
  readonly cashier: Cashier;
  readonly url: string;
  readonly #database: TestDatabase;
  readonly #front: SimServer;
  readonly #arrivals: Arrivals;

  private constructor(database: TestDatabase, front: SimServer, cashier: Cashier, arrivals: Arrivals) {
    this.#database = database;
    this.#front = front;
    this.url = front.url;
    this.cashier = cashier;
    this.#arrivals = arrivals;
  }

  /** Before anything asks for the configuration. */
  static async open(database: TestDatabase): Promise<Till> {
    const arrivals = new Arrivals();
    const front = await startServer({
      handle: async (request) => {
        const answer = await answerTo(request);
        arrivals.add({ status: answer.status, text: `${request.query}${request.body.toString("utf8")}` });
        const headers = Object.fromEntries(answer.headers);
        send(request.res, answer.status, "text/plain", await answer.text(), headers);
      },
    });
    const cashier = await startCashier(front.url);
    Object.assign(process.env, cashier.settings, { PUBLIC_HOST: front.url });
    return new Till(database, front, cashier, arrivals);
  }

  async close(): Promise<void> {
    await this.cashier.close();
    await this.#front.close();
  }

  /** A customer of a new shop orders two loaves of 28 shekels, and gets a link. */
  async ordered(provider: PaymentProvider, language: "he" | "en" = "he"): Promise<Ordered> {
    const { business } = await shopWith({ name: "לחם מחמצת", price: 28 });
    await takesPayments(business, provider);
    const customer = new Customer(this.#database, business);
    await customer.writes("1 x 2");
    await customer.writes(language === "he" ? "לבצע הזמנה" : "place order");
    const token = tokenIn(await customer.writes(language === "he" ? "כן" : "yes"));
    const [row] = await this.#database.owner`select id from payment where token = ${token}`;
    return new Ordered(this.#database, { business, customer, provider, token, paymentId: z.uuid().parse(row?.id) });
  }

  /** The payer goes to the provider and pays; gives where the browser is sent then, and with which form. */
  async paysAt({ token }: Ordered, card: "approved" | "refused" = "approved") {
    return payOn(this.cashier, (await startPayment(token)).url, card);
  }

  /** The business has another account at the provider from now on. */
  async movesTo(business: TestBusiness, provider: PaymentProvider): Promise<void> {
    await takesPayments(business, provider, "another account");
  }

  /** Runs what waits to be asked of the providers: what is due, or `whenever`; of one sale or all. Gives how many there were. */
  async runJobs(when: "due" | "whenever" = "due", sale?: Ordered): Promise<number> {
    const rows = await this.#database.owner`
      delete from graphile_worker._private_jobs j using graphile_worker._private_tasks t
      where t.id = j.task_id and t.identifier = 'confirm_payment' and (${when === "whenever"} or j.run_at <= now())
        and (${sale === undefined} or j.payload->>'paymentId' = ${sale?.paymentId ?? ""})
      returning j.payload`;
    for (const { payload } of rows)
      await confirmPayment(jobSchemas.confirm_payment.parse(payload), AbortSignal.timeout(10_000));
    return rows.length;
  }

  /** Asks the provider once more, as the job does. */
  confirms(asked: { businessId: string; paymentId: string }): Promise<void> {
    return confirmPayment({ ...asked, hint: null, collect: true, look: null }, AbortSignal.timeout(10_000));
  }

  /** Resolves with our answers when so many notices about these words have come. */
  answers(about: string, count: number): Promise<number[]> {
    return this.#arrivals.about(about, count);
  }

  /** A request at the control door of a simulator. */
  async door(of: PaymentProvider, what: string, body: object): Promise<void> {
    const url = `${this.cashier[of].url}/_sim/${of}/${what}`;
    const answer = await fetch(url, { method: "POST", body: JSON.stringify(body) });
    if (!answer.ok) throw new Error(await answer.text());
  }

  /** From now on nothing is told; `false`: what is kept back is told. */
  async keepsQuiet(quiet: boolean): Promise<void> {
    await this.door("paypal", "webhooks", { hold: quiet });
    await this.door("tranzila", "notifies", { hold: quiet, delay_ms: 0 });
  }
}

/** What was posted to us so far. */
class Arrivals {
  readonly #all: Arrived[] = [];
  readonly #watching = new Set<() => void>();

  add(one: Arrived): void {
    this.#all.push(one);
    for (const look of this.#watching) look();
  }

  about(words: string, count: number): Promise<number[]> {
    return new Promise((resolve) => {
      const look = () => {
        const statuses = this.#all.filter(({ text }) => text.includes(words)).map(({ status }) => status);
        if (statuses.length < count) return;
        this.#watching.delete(look);
        resolve(statuses);
      };
      this.#watching.add(look);
      look();
    });
  }
}

interface Sale {
  business: TestBusiness;
  customer: Customer;
  provider: PaymentProvider;
  /** Of the page to pay on. */
  token: string;
  paymentId: string;
}

/** What came of an order. */
export class Ordered {
  readonly business: TestBusiness;
  readonly customer: Customer;
  readonly provider: PaymentProvider;
  readonly token: string;
  readonly paymentId: string;
  readonly #database: TestDatabase;

  constructor(database: TestDatabase, { business, customer, provider, token, paymentId }: Sale) {
    this.#database = database;
    this.business = business;
    this.customer = customer;
    this.provider = provider;
    this.token = token;
    this.paymentId = paymentId;
  }

  /** As the staff see it. */
  async view(): Promise<OrderView> {
    const [order] = (await listOrders(this.business.as("viewer"), {})).items;
    if (!order) throw new Error("there is no order");
    return order;
  }

  async order(): Promise<{ id: string; status: string; payment: string | undefined }> {
    const order = await this.view();
    return { id: order.id, status: order.status, payment: order.payment?.status };
  }

  /** What the customer has been told of payments. */
  async told(): Promise<string[]> {
    const rows = await this.#database.owner`
      select body from message where business_id = ${this.business.id} and once_key like 'payment:%' order by id`;
    return rows.map(({ body }) => withoutInvisible(String(body)));
  }

  async tasks(): Promise<string[]> {
    return (await listTasks(this.business.as("viewer"), {})).items.map(({ title }) => title);
  }
}

function answerTo({ path, query, method, headers, body }: SimRequest): Promise<Response> {
  const content = method === "GET" ? {} : { body: new Uint8Array(body) };
  const sent = new Headers(z.record(z.string(), z.coerce.string()).parse(headers));
  const request = new Request(`http://next${path}?${query}`, { method, headers: sent, ...content });
  if (path === "/webhook/paypal") return paypalWebhook(request);
  if (path === "/webhook/tranzila") return method === "GET" ? tranzilaGet(request) : tranzilaPost(request);
  const [, token = ""] = /^\/pay\/([\w-]+)\/back$/.exec(path) ?? [];
  return payerIsBack(request, { params: Promise.resolve({ token }) });
}
