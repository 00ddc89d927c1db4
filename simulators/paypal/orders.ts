/** The orders, and what becomes of them. */
import type { PayPalApp } from "./accounts.ts";
import { notFound, Refusal } from "./errors.ts";
import { newId } from "./ids.ts";
import type { Money } from "./money.ts";
import type { NewOrder } from "./order-request.ts";

export interface Order extends NewOrder {
  id: string;
  app: PayPalApp;
  /** Epoch milliseconds, as all times here. */
  createdAt: number;
  updatedAt: number;
  progress: { step: "created" } | { step: "approved" } | { step: "completed"; capture: Capture };
}

/** Money that was taken, or was not because the payer's card or account did not give it. */
export interface Capture {
  id: string;
  at: number;
  status: "COMPLETED" | "DECLINED" | "REFUNDED";
  amount: Money;
  refund: { id: string; at: number } | null;
}

/** What PayPal tells the merchant's webhook of. */
export const TOLD: readonly Happening["type"][] = [
  ...(["CHECKOUT.ORDER.APPROVED", "PAYMENT.CAPTURE.COMPLETED"] as const),
  ...(["PAYMENT.CAPTURE.DENIED", "PAYMENT.CAPTURE.REFUNDED"] as const),
];

export type Happening =
  | { type: "CHECKOUT.ORDER.APPROVED"; order: Order }
  | { type: "PAYMENT.CAPTURE.COMPLETED" | "PAYMENT.CAPTURE.DENIED"; order: Order; capture: Capture }
  | { type: "PAYMENT.CAPTURE.REFUNDED"; order: Order; capture: Capture; refund: { id: string; at: number } };

/** From its making until the payer approves, and from then until the merchant collects: the `links` of an order say so. */
const LIFE_MS = 3 * 3600 * 1000;
// Old ones go, so that a long bench does not fill the memory.
const CAPACITY = 5000;

/** Somebody at the door, or on the payer's page, wants what cannot be. */
export class CannotHappen extends Error {}

export class Orders {
  readonly #clock: () => number;
  readonly #tell: (happening: Happening) => void;
  readonly #orders = new Map<string, Order>();

  constructor(clock: () => number, tell: (happening: Happening) => void) {
    this.#clock = clock;
    this.#tell = tell;
  }

  create(app: PayPalApp, asked: NewOrder): Order {
    const now = this.#clock();
    const order: Order = { ...asked, id: newId(), app, createdAt: now, updatedAt: now, progress: { step: "created" } };
    this.#orders.set(order.id, order);
    for (const id of this.#orders.keys()) {
      if (this.#orders.size <= CAPACITY) break;
      this.#orders.delete(id);
    }
    return order;
  }

  /** Those that have not expired, oldest first. */
  list(): Order[] {
    return [...this.#orders.values()].filter((order) => !this.#isExpired(order));
  }

  find(id: string): Order | undefined {
    const order = this.#orders.get(id);
    return order && !this.#isExpired(order) ? order : undefined;
  }

  /** An order of this app's. Throws Refusal 404. */
  of(app: PayPalApp, id: string): Order {
    const order = this.find(id);
    if (order?.app !== app) throw notFound();
    return order;
  }

  /** The payer approves; once more changes nothing. Throws CannotHappen. */
  approve(id: string): Order {
    const order = this.find(id);
    if (!order) throw new CannotHappen(`there is no order ${id}`);
    if (order.progress.step === "completed") throw new CannotHappen(`order ${id} is paid`);
    if (order.progress.step === "created") {
      this.#advance(order, { step: "approved" });
      this.#tell({ type: "CHECKOUT.ORDER.APPROVED", order });
    }
    return order;
  }

  /**
   * The merchant collects. `isDeclined` is asked only when nothing else is in the way: then the payer has to choose another
   * card, and to approve again. Throws Refusal 422; `payerPage` is where that can be done.
   */
  capture(order: Order, payerPage: string, isDeclined: () => boolean): void {
    if (order.progress.step === "completed") throw new Refusal(422, [{ issue: "ORDER_ALREADY_CAPTURED" }]);
    if (order.progress.step === "created") throw new Refusal(422, [{ issue: "ORDER_NOT_APPROVED" }]);
    if (this.#isInvoicePaid(order)) throw new Refusal(422, [{ issue: "DUPLICATE_INVOICE_ID" }]);
    const capture: Capture = {
      id: newId(),
      at: this.#clock(),
      status: isDeclined() ? "DECLINED" : "COMPLETED",
      amount: order.unit.amount,
      refund: null,
    };
    if (capture.status === "DECLINED") {
      this.#advance(order, { step: "created" });
      this.#tell({ type: "PAYMENT.CAPTURE.DENIED", order, capture });
      const link = { href: payerPage, rel: "redirect", method: "GET" };
      throw new Refusal(422, [{ issue: "INSTRUMENT_DECLINED" }], [link]);
    }
    this.#advance(order, { step: "completed", capture });
    this.#tell({ type: "PAYMENT.CAPTURE.COMPLETED", order, capture });
  }

  /** The merchant gives all of it back, in PayPal's own dashboard. Throws CannotHappen. */
  refund(captureId: string): Order {
    for (const order of this.#orders.values()) {
      if (order.progress.step !== "completed" || order.progress.capture.id !== captureId) continue;
      const { capture } = order.progress;
      if (capture.refund) throw new CannotHappen(`capture ${captureId} is refunded`);
      const refund = { id: newId(), at: this.#clock() };
      capture.status = "REFUNDED";
      capture.refund = refund;
      order.updatedAt = refund.at;
      this.#tell({ type: "PAYMENT.CAPTURE.REFUNDED", order, capture, refund });
      return order;
    }
    throw new CannotHappen(`there is no capture ${captureId}`);
  }

  #advance(order: Order, progress: Order["progress"]): void {
    order.progress = progress;
    order.updatedAt = this.#clock();
  }

  #isExpired({ progress, createdAt, updatedAt }: Order): boolean {
    if (progress.step === "completed") return false;
    return this.#clock() - (progress.step === "approved" ? updatedAt : createdAt) >= LIFE_MS;
  }

  #isInvoicePaid({ app, unit: { invoice_id } }: Order): boolean {
    if (invoice_id === undefined) return false;
    return this.list().some(
      (other) => other.app === app && other.unit.invoice_id === invoice_id && other.progress.step === "completed",
    );
  }
}
