import { isolated } from "../../hebrew/bidi.ts";
import { formatMoney } from "../../hebrew/money.ts";
import { totalOf } from "../lines.ts";
import type { OrderStatus } from "../schemas/states.ts";
import type { Change } from "../what-changed.ts";
import type { hebrew } from "./hebrew.ts";
import { cartLines, choiceOf, optionLines, productLines } from "./parts.ts";

const said = (text: string) => isolated(text, "en");
const lines = (...all: (string | false | null)[]) => all.filter((one) => typeof one === "string").join("\n");

const STATUS: Record<OrderStatus, string> = {
  new: "received",
  confirmed: "confirmed",
  packed: "packed",
  sent: "sent",
  done: "completed",
  cancelled: "cancelled",
};

export const english: typeof hebrew = {
  menu: (business, inCart) =>
    lines(
      `Hello, this is *${said(business)}*. What would you like?`,
      "*1* – Products",
      `*2* – My cart${inCart > 0 ? ` (${inCart})` : ""}`,
      "*3* – Order status",
      "*4* – A person",
      "",
      "Just answer with the number.",
    ),
  products: ({ rows, goesOn }) =>
    lines(
      "*Our products*",
      ...productLines(rows, "en", "sold out"),
      "",
      goesOn && "For the rest of the list write: more",
      `For details write a product's number. To add it to the cart, number and quantity, like: ${rows[0]?.number ?? 1} x 2`,
    ),
  noMore: "That is the whole list. To see it from the start write: products",
  product: (row) =>
    lines(
      `*${said(row.name)}* – ${formatMoney(row.priceAgorot)}`,
      row.description !== "" && said(row.description),
      ...optionLines(row.options, "en"),
      row.stock === 0 ? "Sold out right now." : `To add it to the cart write: ${row.number} x 1`,
    ),
  cart: (inCart) =>
    lines(
      "*Your cart*",
      ...cartLines(inCart, "en"),
      `*Total: ${formatMoney(totalOf(inCart))}* (VAT included)`,
      "",
      "To order write: place order",
      "To change it: “change 1 to 3”, “remove 1” or “empty”",
    ),
  emptyCart: "Your cart is empty. To see what we have write: products",
  added: (name, quantity) => `Added to the cart: ${said(name)} × ${quantity}`,
  removed: (name) => `Removed from the cart: ${said(name)}`,
  changedQuantity: (name, quantity) => `Changed: ${said(name)} × ${quantity}`,
  noSuchProduct: (number) => `There is no product number ${number}. To see what we have write: products`,
  noSuchLine: (number) => `There is no line ${number} in your cart. To see it write: cart`,
  badQuantity: (most) => `The quantity must be a number from 1 to ${most}.`,
  tooManyLines: (most) =>
    `One order has room for ${most} different products. You can order these and start another one.`,
  tooMuch: "That is too much for an order by message. For such an order write: agent",
  tooFew: (name, number, left, before) => {
    if (left === 0) return `${said(name)} is sold out right now.`;
    const rest = left - before;
    return lines(
      `Only ${left} of ${said(name)} are left${before > 0 ? `, and ${before} are in your cart already` : ""}.`,
      rest > 0 && `You can write: ${number} x ${rest}`,
    );
  },
  gone: (names) => `No longer sold, and taken out of your cart: ${names.map(said).join(", ")}`,
  chooseOption: (name, option) =>
    lines(
      `*${said(name)}*: ${said(option.name)}?`,
      ...option.choices.map((choice, index) => `*${index + 1}* – ${choiceOf(choice, "en")}`),
    ),
  chooseFirst: "One choice is missing before you can order. To leave it out write: cancel",
  notAdded: "All right, nothing was added.",
  askAddress: (feeAgorot) =>
    `${feeAgorot === 0 ? "Delivery is free" : `Delivery costs ${formatMoney(feeAgorot)}`}. What is the address?`,
  notAnAddress: "An address is a street, a number and a town. What is the address? You can also write: cancel",
  noted: "Noted.",
  tooLong: (most) =>
    `That is too long and was not noted: there is room for ${most} characters. Please write it again, shorter.`,
  notedWith: (note) => `Noted: ${said(note)}`,
  unclear: (about) =>
    about === "add"
      ? "It is not clear how many to add. Write the product's number and the quantity, for example: 1 x 2"
      : "It is not clear which line to change, and to how many. Write, for example: change 1 to 3",
  pickupOnly: "There are no deliveries right now, only pickup.",
  summary: ({ lines: ordered, address, notes, feeAgorot }, total, vat) =>
    lines(
      "*Your order*",
      ...cartLines(ordered, "en"),
      address === null ? "Pickup" : `Delivery to: ${said(address)} – ${formatMoney(feeAgorot ?? 0)}`,
      notes !== "" && `Note: ${said(notes)}`,
      `*To pay: ${formatMoney(total)}*, including VAT ${formatMoney(vat)}`,
      "",
      "To confirm write: *yes*. To cancel: no",
      `To add a note write “note:” and the note${address === null ? "" : ", to change the address “address:” and the address"}`,
    ),
  toConfirm: "To confirm the order write: *yes*. To cancel: no",
  changed: (changes) => lines("Something has changed, and nothing was ordered yet:", ...changes.map(changeLine)),
  slept: "It has been a while since you filled your cart, so here it is again:",
  again: "Nothing was ordered yet. To be sure, here is the summary again:",
  stillThere: "Your cart from last time is still here:",
  placed: (number, total, payLink) =>
    lines(
      `Thank you, your order was received. Order number: *${number}*, total ${formatMoney(total)}. We will keep you posted here.`,
      payLink !== null && "",
      payLink !== null && toPay(payLink),
    ),
  toPay: (number, total, payLink) => lines(`Order number *${number}*, total ${formatMoney(total)}.`, toPay(payLink)),
  paid: (number, total) => `Your payment for order number *${number}* has arrived: ${formatMoney(total)}. Thank you.`,
  paidThoughCancelled: (number, total) =>
    `We have received ${formatMoney(total)} for order number *${number}*, after it was cancelled. We will look into it and write to you about the refund.`,
  orderName: (number) => `Order ${number}`,
  alreadyPlaced: (number) => `We have received order number *${number}* already.`,
  nothingToConfirm: "There is no order to confirm yet. To see your cart summed up write: place order",
  cancelled: "All right, nothing was ordered. Your cart is kept; to see it write: cart",
  nothingToCancel: "There is no order to cancel. For the list of products write: products",
  cancelPlaced: (number) => `We have order number *${number}* already. To cancel it write: agent`,
  emptied: "Your cart is empty now. To see what we have write: products",
  wordless: "We are not sure what that means. For the menu write: menu",
  noOrders: "There are no orders from this number yet. To see what we have write: products",
  status: (orders) =>
    orders
      .map(({ number, status, payment }) =>
        lines(
          `Order number *${number}*: ${STATUS[status]}${typeof payment === "string" ? `, ${payment}` : ""}`,
          payment !== null && typeof payment === "object" && toPay(payment.link),
        ),
      )
      .join("\n"),
  moved: (number, status, isDelivered) => {
    const order = `Order number *${number}*`;
    switch (status) {
      case "confirmed":
        return `${order} is confirmed. We will write when it is ready.`;
      case "packed":
        return isDelivered ? `${order} is packed and waits for the courier.` : `${order} is ready to be picked up.`;
      case "sent":
        return `${order} is on its way.`;
      case "done":
        return `${order} is completed. Thank you for ordering.`;
      case "cancelled":
        return `${order} was cancelled. For questions just write here.`;
      default:
        return status satisfies never;
    }
  },
};

function toPay(link: string): string {
  return `To pay securely:\n${link}`;
}

function changeLine(change: Change): string {
  switch (change.kind) {
    case "gone":
      return `• ${said(change.name)}: sold out, or no longer sold`;
    case "fewer":
      return `• ${said(change.name)}: ${change.left} left`;
    case "price":
      return `• ${said(change.name)}: now ${formatMoney(change.afterAgorot)} (was ${formatMoney(change.beforeAgorot)})`;
    case "fee":
      return change.afterAgorot === null
        ? "• No deliveries right now, only pickup"
        : `• Delivery now costs ${formatMoney(change.afterAgorot)}`;
    default:
      return change satisfies never;
  }
}
