import { canBeAddress } from "./addresses.ts";
import { summariseOrAsk } from "./confirm-order.ts";
import type { OrderForm } from "./forms.ts";
import type { OrderingStep } from "./step.ts";
import { textsIn } from "./texts/index.ts";
import { MOST_NOTED } from "./words-behind.ts";

/** An address or a note that the customer gave unasked; where the order was summed up, it is summed up with it. */
export function writeDown(step: OrderingStep, { kind, text }: Extract<OrderForm, { text: string }>): string[] {
  const { cart, settings } = step;
  const texts = textsIn(cart.language);
  if ([...text].length > MOST_NOTED) return [texts.tooLong(MOST_NOTED)];
  if (kind === "address" && settings.deliveryAgorot === null) return [texts.pickupOnly];
  if (kind === "address" && !canBeAddress(text)) return [texts.notAnAddress];
  cart[kind === "address" ? "address" : "notes"] = text;
  const isSummed = cart.state === "confirming" || (kind === "address" && cart.state === "asking_address");
  return isSummed ? summariseOrAsk(step) : [texts.noted];
}
