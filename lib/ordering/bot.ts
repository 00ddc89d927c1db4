/**
 * Ordering in exact words, without a model. Runs inside the transaction of whoever answers, with the conversation's row
 * locked, so that cart, order and answer are kept together or not at all.
 */
import type { Context } from "../context.ts";
import type { Tx } from "../db/tenant.ts";
import { withoutInvisible } from "../hebrew/bidi.ts";
import { looksLikeAddress } from "./addresses.ts";
import { hasSlept, saveCart, stopAsking } from "./cart.ts";
import { addItem, type CartChange, type CartForm, changeCart, shownCart } from "./change-cart.ts";
import { askAgain, type Chosen, chosenNow, lacksOption } from "./choose-option.ts";
import { askForYes, confirmOrder, summariseOrAsk } from "./confirm-order.ts";
import { type Add, type OrderForm, parseOrderForm } from "./forms.ts";
import { languageOf } from "./language.ts";
import { summaryStands } from "./last-said.ts";
import { dropAndTell, openStep } from "./open-step.ts";
import { alreadyPlaced, cancelOrAsk, latestOrders } from "./past-orders.ts";
import { chooseNumber, moreProducts, openMenu, showProducts } from "./show-products.ts";
import { type Asked, type OrderingReply, type OrderingStep, passOn, say } from "./step.ts";
import { textsIn } from "./texts/index.ts";
import { whatIsAnswered } from "./what-is-answered.ts";
import { noteWords, wordsBehind } from "./words-behind.ts";
import { writeDown } from "./write-down.ts";

/** Null when this is no matter of an order, or the business sells nothing by message: the agent answers then. */
export async function orderingReply(tx: Tx, ctx: Context, asked: Asked): Promise<OrderingReply | null> {
  const step = await openStep(tx, ctx, asked);
  if (step === null) return null;
  const { cart } = step;
  const form = parseOrderForm(asked.text);
  if (form?.kind === "wordless" && asked.moreFollows) return say();
  cart.language = languageOf(asked.text) ?? cart.language;
  const isYes = form?.kind === "yes" && cart.state === "confirming";
  const sleepy = !isYes && cart.items.length > 0 && hasSlept(cart, new Date());
  if (sleepy) stopAsking(cart);
  // What a yes is to is compared with what was shown, the vanished included.
  const gone = isYes ? [] : await dropAndTell(step);
  const reply = answerToOption(step, asked.text) ?? (await (form ? answer(step, form) : answerWords(step, asked.text)));
  if (reply === null) return null;
  await saveCart(tx, ctx, asked.conversationId, cart);
  return { ...reply, texts: [...gone, ...reply.texts, ...(sleepy ? reminder(step, form) : [])] };
}

/** Whatever else it means: an option, when one was asked for. */
function answerToOption(step: OrderingStep, text: string): OrderingReply | null {
  const chosen = step.cart.state === "choosing_option" ? chosenNow(step, text) : null;
  return chosen === null ? null : say(...goOnAdding(step, chosen));
}

/** Words that are no form: an address, when that was asked. */
function answerWords(step: OrderingStep, text: string): OrderingReply | null {
  const { cart } = step;
  if (cart.state !== "asking_address" || !looksLikeAddress(text)) return null;
  cart.address = withoutInvisible(text).trim();
  return say(...summariseOrAsk(step));
}

async function answer(step: OrderingStep, form: OrderForm): Promise<OrderingReply | null> {
  const { cart } = step;
  switch (form.kind) {
    case "menu":
      return say(openMenu(step));
    case "products":
      return say(showProducts(step));
    case "more":
      return moreProducts(step);
    case "number":
      return askedOnceMore(step) ?? chooseNumber(step, form.number);
    case "add":
      return addAll(step, [form]);
    case "several":
      return addAll(step, form.adds);
    case "remove":
    case "change":
    case "empty":
      return say(...(await change(step, [form])));
    case "unclear":
      return say(textsIn(cart.language).unclear(form.about), ...openQuestion(step));
    case "cart":
      return say(shownCart(step));
    case "place":
      return say(...summariseOrAsk(step));
    case "address":
    case "note":
      return say(...writeDown(step, form));
    case "yes":
      return cart.state === "confirming" ? confirmOrder(step) : sayYesTo(step);
    case "no":
    case "cancel":
      return cancelOrAsk(step, form.kind);
    case "status":
      return latestOrders(step);
    case "agent":
      return passOn();
    case "wordless":
      return askedOnceMore(step) ?? say(...(await toWordless(step)));
    default:
      return form satisfies never;
  }
}

/** The question that is open, once more, to an answer that is none. */
function askedOnceMore(step: OrderingStep): OrderingReply | null {
  const { cart } = step;
  if (cart.state === "asking_address") return say(textsIn(cart.language).notAnAddress);
  const question = askAgain(step);
  return question === null ? null : say(question);
}

async function toWordless(step: OrderingStep): Promise<string[]> {
  const { cart } = step;
  if (cart.state !== "confirming") return [textsIn(cart.language).wordless];
  return (await summaryStands(step)) === "no" ? summariseOrAsk(step) : [askForYes(step)];
}

/** A yes while there is nothing to say yes to. One to something that the agent asked is the agent's. */
async function sayYesTo(step: OrderingStep): Promise<OrderingReply | null> {
  const { cart } = step;
  const asked = askedOnceMore(step);
  if (asked !== null) return asked;
  const { emptyCart, nothingToConfirm } = textsIn(cart.language);
  const isEmpty = cart.items.length === 0;
  const placed = isEmpty ? await alreadyPlaced(step) : null;
  if (placed !== null) return placed;
  const answers = await whatIsAnswered(step);
  // With nothing in the cart it is the agent's, unless these were our own last words ("the last one is gone").
  if (isEmpty) return answers === "other" ? say(emptyCart) : null;
  return answers === "question" ? null : say(nothingToConfirm);
}

/** Adds what has all of its options, and asks for what is still to be chosen. */
function goOnAdding(step: OrderingStep, [product, item]: Chosen): string[] {
  const added = lacksOption(product, item) ? [] : withCart(step, addItem(step, product, item));
  return [...added, ...openQuestion(step)];
}

/** Null when there are words behind it that a model can think about; they are noted where there is none. */
async function addAll(step: OrderingStep, adds: readonly Add[]): Promise<OrderingReply | null> {
  const behind = adds.flatMap((one) => wordsBehind(step, one) ?? []);
  if (behind.some(({ words }) => !/\p{L}/u.test(words)))
    return say(textsIn(step.cart.language).unclear("add"), ...openQuestion(step));
  return behind.length > 0 && step.at.hasModel ? null : say(...(await change(step, adds)));
}

/** Changes the cart, and shows it once. A question that this does not end is asked again. */
async function change(step: OrderingStep, forms: readonly CartForm[]): Promise<string[]> {
  const { cart } = step;
  const stands = cart.state === "confirming" && (await summaryStands(step)) !== "no";
  const changes = forms.map((form) => ({ ...changeCart(step, form), form }));
  const notes = changes.flatMap(({ form, text, showsCart }) => {
    const behind = form.kind === "add" && (showsCart || text === null) ? wordsBehind(step, form) : null;
    return behind === null ? [] : [textsIn(cart.language).notedWith(noteWords(step, behind))];
  });
  return [
    ...changes.flatMap(({ text }) => text ?? []),
    ...notes,
    ...(changes.some(({ showsCart }) => showsCart) ? [shownCart(step)] : []),
    ...(stands && cart.state === "confirming" ? [askForYes(step)] : openQuestion(step)),
  ];
}

function openQuestion(step: OrderingStep): string[] {
  return askedOnceMore(step)?.texts ?? [];
}

function withCart(step: OrderingStep, { text, showsCart }: CartChange): string[] {
  return [...(text === null ? [] : [text]), ...(showsCart ? [shownCart(step)] : [])];
}

/** What slept in the cart, unless the answer is about the cart anyway. */
function reminder(step: OrderingStep, form: OrderForm | null): string[] {
  const isAboutCart =
    form !== null && ["cart", "empty", "place", "add", "several", "remove", "change"].includes(form.kind);
  if (isAboutCart || step.cart.items.length === 0) return [];
  return [textsIn(step.cart.language).stillThere, shownCart(step)];
}
