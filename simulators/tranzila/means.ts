/**
 * What a payer pays with, and what becomes of it. Approved (Response 000) are the cards of TEST_CARDS.approved and bit;
 * every other number is refused (004), so that a real card is never said to be charged; an expired one with 036.
 */
import { z } from "zod";
import { israelTime } from "./israel-time.ts";

/** With any future date, any CVV; the first ones are what the page proposes. */
export const TEST_CARDS = {
  approved: ["4580000000000000", "4444333322221111"],
  refused: ["4580111111111113"],
} as const;

export type Means = { kind: "card"; last4: string; number: string; month: string; year: string } | { kind: "bit" };

export type MeansRead = { ok: true; means: Means } | { ok: false; problem: string };

/** The codes of Israel's card network that this simulator answers with. */
export type ResponseCode = "000" | "004" | "036";

const cardForm = z.object({
  ccno: z
    .string()
    .transform((number) => number.replace(/[\s-]/g, ""))
    .refine((number) => /^\d{12,19}$/.test(number) && passesLuhn(number), "מספר הכרטיס שגוי"),
  expdate: z.string().regex(/^(?:0[1-9]|1[0-2])\d\d$/, "תוקף הכרטיס שגוי: נדרשים חודש ושנה, למשל 1230"),
  mycvv: z.string().regex(/^\d{3,4}$/, "קוד האבטחה בגב הכרטיס שגוי"),
  // Not every payer has one, so it may be left out; a wrong one may not.
  myid: z
    .string()
    .default("")
    .refine((id) => id === "" || isIdentityNumber(id), "מספר תעודת הזהות שגוי"),
});

/** What the payer filled in, or what is wrong with it, in Hebrew. */
export function readMeans(sent: Readonly<Record<string, string>>, bitOffered: boolean): MeansRead {
  if (sent.pay_with === "bit" && bitOffered) return { ok: true, means: { kind: "bit" } };
  const parsed = cardForm.safeParse({ ccno: "", expdate: "", mycvv: "", ...sent });
  if (!parsed.success) return { ok: false, problem: parsed.error.issues.map(({ message }) => message).join(". ") };
  const { ccno: number, expdate } = parsed.data;
  const card = { number, last4: number.slice(-4), month: expdate.slice(0, 2), year: expdate.slice(2) };
  return { ok: true, means: { kind: "card", ...card } };
}

/** What the card's company says. `declines` is asked only for a card (or bit) that would be approved or refused by it. */
export function responseTo(means: Means, declines: () => boolean): ResponseCode {
  switch (means.kind) {
    case "bit":
      return declines() ? "004" : "000";
    case "card":
      if (isExpired(means.year, means.month)) return "036";
      return declines() || !TEST_CARDS.approved.some((number) => number === means.number) ? "004" : "000";
    default:
      return means satisfies never;
  }
}

// A card is good until the end of the month that stands on it.
function isExpired(year: string, month: string): boolean {
  return `20${year}-${month}` < israelTime(Date.now()).date.slice(0, 7);
}

function passesLuhn(number: string): boolean {
  return weighted([...number].reverse().map((digit, place) => Number(digit) * (1 + (place % 2)))) % 10 === 0;
}

function isIdentityNumber(id: string): boolean {
  const digits = [...id.padStart(9, "0")];
  return /^\d{5,9}$/.test(id) && weighted(digits.map((digit, place) => Number(digit) * (1 + (place % 2)))) % 10 === 0;
}

/** The sum of the products' digits. */
function weighted(products: number[]): number {
  return products.reduce((sum, product) => sum + (product > 9 ? product - 9 : product), 0);
}
