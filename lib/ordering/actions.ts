/** The cart as the agent changes it, when it understood an order in free words. */
import type { Context } from "../context.ts";
import type { Tx } from "../db/tenant.ts";
import { saveCart } from "./cart.ts";
import { changeCart, shownCart } from "./change-cart.ts";
import { askAgain } from "./choose-option.ts";
import { summariseOrAsk } from "./confirm-order.ts";
import type { OrderForm } from "./forms.ts";
import type { Language } from "./language.ts";
import { dropAndTell, openStep } from "./open-step.ts";
import type { OrderingAt, OrderingStep } from "./step.ts";
import { writeDown } from "./write-down.ts";

/** The yes is the customer's own: it is none of these. */
export type CartAction = Extract<
  OrderForm,
  { kind: "add" | "remove" | "change" | "empty" | "cart" | "place" | "note" }
>;

/**
 * Does these to the cart, in order, and tells of it in this language as the bot would: the cart once, at the end, and behind
 * it what still has to be chosen. In the transaction of whoever answers, with the conversation's row locked. Nothing where
 * nothing is sold.
 */
export async function orderingActions(
  tx: Tx,
  ctx: Context,
  at: OrderingAt,
  actions: readonly CartAction[],
  language: Language,
): Promise<string[]> {
  const step = actions.length === 0 ? null : await openStep(tx, ctx, at);
  if (step === null) return [];
  step.cart.language = language;
  const texts = await dropAndTell(step);
  let cartToShow = false;
  for (const action of actions) {
    const done = act(step, action);
    texts.push(...done.texts);
    cartToShow = done.cartToShow ?? cartToShow;
  }
  if (cartToShow) texts.push(shownCart(step));
  const question = askAgain(step);
  if (question !== null && texts.at(-1) !== question) texts.push(question);
  await saveCart(tx, ctx, at.conversationId, step.cart);
  return texts;
}

/** `cartToShow`: null leaves it as it was. */
function act(step: OrderingStep, action: CartAction): { texts: string[]; cartToShow: boolean | null } {
  switch (action.kind) {
    case "cart":
      return { texts: [], cartToShow: true };
    case "place":
      return { texts: summariseOrAsk(step), cartToShow: false };
    case "note":
      return { texts: writeDown(step, action), cartToShow: null };
    case "add":
    case "remove":
    case "change":
    case "empty": {
      const { text, showsCart } = changeCart(step, action);
      return { texts: text === null ? [] : [text], cartToShow: showsCart || null };
    }
    default:
      return action satisfies never;
  }
}
