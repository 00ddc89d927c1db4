import { and, arrayContains, asc, eq, inArray, isNull, sql } from "drizzle-orm";
import { customer, customerNumber } from "#drizzle/schema/index.ts";
import type { Context } from "../context.ts";
import type { MarketingConsent } from "../customers/schemas.ts";
import type { Tx } from "../db/tenant.ts";
import { RuleBroken } from "../errors.ts";
import { isSeen } from "../hebrew/bidi.ts";
import { consentRefusal } from "../templates/schemas/consent.ts";
import type { TemplateCategory } from "../templates/schemas/template.ts";
import type { AudienceInput } from "./schemas/broadcast.ts";
import { MOST_RECIPIENTS, type ReadNumbers, readNumbers } from "./schemas/numbers.ts";
import type { SkipReason } from "./schemas/states.ts";

/** So many numbers are looked for in one question. */
const LOOKED_FOR_AT_ONCE = 2_000;

/** Somebody whom a broadcast is for. */
export interface Candidate {
  /** E.164. */
  phone: string | null;
  /** Null for a number that is no customer's. */
  customerId: string | null;
  name: string | null;
  marketing: MarketingConsent;
}

export interface Audience extends Omit<ReadNumbers, "phones"> {
  candidates: Candidate[];
}

/** Whom the words mean, everybody once. Throws RuleBroken for more than one broadcast takes. */
export async function audienceOf(tx: Tx, ctx: Context, audience: AudienceInput): Promise<Audience> {
  const found = audience.kind === "tag" ? await tagged(tx, ctx, audience.tag) : await listed(tx, ctx, audience.text);
  if (found.candidates.length > MOST_RECIPIENTS) throw new RuleBroken("אפשר לשלוח בשידור אחד לעד 10,000 נמענים");
  return found;
}

/** Why somebody is not written to; null for who is. */
export function skipReason(
  { phone, name, marketing }: Pick<Candidate, "phone" | "name" | "marketing">,
  category: TemplateCategory,
  named: boolean,
): SkipReason | null {
  if (phone === null) return "no_number";
  return consentRefusal(marketing, category) ?? (named && !isSeen(name ?? "") ? "no_name" : null);
}

async function tagged(tx: Tx, ctx: Context, tag: string): Promise<Audience> {
  const further = sql<
    string | null
  >`(select min(n.phone) from ${customerNumber} n where n.customer_id = ${customer.id})`;
  const candidates = await tx
    .select({
      phone: sql<string | null>`coalesce(${customer.phone}, ${further})`,
      customerId: customer.id,
      name: customer.name,
      marketing: customer.marketing,
    })
    .from(customer)
    .where(
      and(eq(customer.businessId, ctx.businessId), arrayContains(customer.tags, [tag]), isNull(customer.archivedAt)),
    )
    .orderBy(asc(customer.id))
    .limit(MOST_RECIPIENTS + 1);
  return { candidates, duplicates: 0, rejected: { count: 0, samples: [] } };
}

async function listed(tx: Tx, ctx: Context, text: string): Promise<Audience> {
  const { phones, duplicates, rejected } = readNumbers(text);
  if (phones.length > MOST_RECIPIENTS) return { candidates: phones.map(stranger), duplicates, rejected };
  const known = await customersOf(tx, ctx, phones);
  const candidates: Candidate[] = [];
  const seen = new Set<string>();
  for (const phone of phones) {
    const who = known.get(phone);
    // Two numbers of one customer: they are written to once.
    if (who && seen.has(who.customerId)) continue;
    if (who) seen.add(who.customerId);
    candidates.push(who ? { ...who, phone } : stranger(phone));
  }
  return { candidates, duplicates: duplicates + phones.length - candidates.length, rejected };
}

/** Nobody has asked them, and nobody knows what they are called. */
function stranger(phone: string): Candidate {
  return { phone, customerId: null, name: null, marketing: "unknown" };
}

async function customersOf(tx: Tx, ctx: Context, phones: readonly string[]) {
  const who = { customerId: customer.id, name: customer.name, marketing: customer.marketing };
  const known = new Map<string, { customerId: string; name: string | null; marketing: MarketingConsent }>();
  for (let start = 0; start < phones.length; start += LOOKED_FOR_AT_ONCE) {
    const asked = phones.slice(start, start + LOOKED_FOR_AT_ONCE);
    const first = await tx
      .select({ phone: sql<string>`${customer.phone}`, ...who })
      .from(customer)
      .where(and(eq(customer.businessId, ctx.businessId), inArray(customer.phone, asked)));
    const further = await tx
      .select({ phone: customerNumber.phone, ...who })
      .from(customerNumber)
      .innerJoin(customer, eq(customer.id, customerNumber.customerId))
      .where(and(eq(customerNumber.businessId, ctx.businessId), inArray(customerNumber.phone, asked)));
    for (const { phone, ...rest } of [...first, ...further]) known.set(phone, rest);
  }
  return known;
}
