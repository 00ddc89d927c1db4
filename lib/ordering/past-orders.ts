import { and, desc, eq, gt, type SQL } from "drizzle-orm";
import { order } from "#drizzle/schema/index.ts";
import type { Tx } from "../db/tenant.ts";
import { paymentsOf } from "../payments/order-payment.ts";
import type { PaymentView } from "../payments/schemas/payments.ts";
import { stopAsking } from "./cart.ts";
import { askAgain, passOver } from "./choose-option.ts";
import { lastSaid } from "./last-said.ts";
import { orderKey } from "./place-order.ts";
import { type OrderingReply, type OrderingStep, say } from "./step.ts";
import { textsIn } from "./texts/index.ts";
import type { OrderStanding } from "./texts/parts.ts";
import { whatIsAnswered } from "./what-is-answered.ts";

/** A second "yes" soon after the first is to the same order. */
const SOON_MS = 600_000;
const SHOWN = 3;

/** How the customer's last orders stand. */
export async function latestOrders(step: OrderingStep): Promise<OrderingReply> {
  const texts = textsIn(step.cart.language);
  const standing = await standingOrders(step.tx, step.at.customerId);
  return say(standing.length > 0 ? texts.status(standing) : texts.noOrders);
}

/** Their last orders, and what is to be paid for them. */
export async function standingOrders(tx: Tx, customerId: string): Promise<OrderStanding[]> {
  const latest = await ordersOf(tx, customerId);
  const payments = await paymentsOf(
    tx,
    latest.map(({ id }) => id),
  );
  return latest.map(({ id, number, status }) => ({ number, status, payment: toPay(payments.get(id)) }));
}

/**
 * For a "yes" behind an order that was just placed; null when there is none, or something else was said since: somebody
 * else asked.
 */
export async function alreadyPlaced(step: OrderingStep): Promise<OrderingReply | null> {
  const here = eq(order.conversationId, step.at.conversationId);
  const [last] = await ordersOf(
    step.tx,
    step.at.customerId,
    and(here, gt(order.createdAt, new Date(Date.now() - SOON_MS))),
  );
  if (!last) return null;
  const answer = textsIn(step.cart.language).alreadyPlaced(last.number);
  const said = await lastSaid(step);
  const isLast = said?.body === answer || (said?.answerTo && last.onceKey === orderKey(said.answerTo));
  return isLast ? say(answer) : null;
}

/** A "no" or "cancel": to the question that is open, or to an order that was placed. Null when it is to neither. */
export async function cancelOrAsk(step: OrderingStep, word: "no" | "cancel"): Promise<OrderingReply | null> {
  const { cart } = step;
  const texts = textsIn(cart.language);
  const wasAsked = cart.state !== "browsing";
  if (cart.state === "choosing_option") {
    passOver(cart);
    const next = askAgain(step);
    return say(texts.notAdded, ...(next === null ? [] : [next]));
  }
  stopAsking(cart);
  if (wasAsked || (word === "cancel" && cart.items.length > 0)) return say(texts.cancelled);
  if (word === "no") return null;
  const [last] = await ordersOf(step.tx, step.at.customerId);
  if (last && last.status !== "done" && last.status !== "cancelled") return say(texts.cancelPlaced(last.number));
  return (await whatIsAnswered(step)) === "question" ? null : say(texts.nothingToCancel);
}

/** Nobody is asked for what is on its way. */
function toPay(payment: PaymentView | undefined): OrderStanding["payment"] {
  if (payment?.status === "paid" || payment?.status === "refunded") return payment.status;
  return payment?.status === "open" ? { link: payment.url } : null;
}

function ordersOf(tx: Tx, customerId: string, besides?: SQL) {
  return tx
    .select({ id: order.id, number: order.number, status: order.status, onceKey: order.onceKey })
    .from(order)
    .where(and(eq(order.customerId, customerId), besides))
    .orderBy(desc(order.createdAt))
    .limit(SHOWN);
}
