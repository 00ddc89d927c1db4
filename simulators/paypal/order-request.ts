/** What a merchant asks for with a new order: https://developer.paypal.com/docs/api/orders/v2/#orders_create */
import { z } from "zod";
import { type Detail, type Issue, Refusal } from "./errors.ts";
import { type Money, readMoney } from "./money.ts";

const text = (most: number) => z.string().min(1).max(most);
const address = z.url({ protocol: /^https?$/ }).max(4000);

const experienceContext = z.strictObject({
  brand_name: text(127).optional(),
  locale: z
    .string()
    .min(2)
    .max(10)
    .regex(/^[a-z]{2}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|[0-9]{3}))?$/)
    .optional(),
  // No address of delivery can be given here, so an order that promises one could not be made.
  shipping_preference: z.enum(["GET_FROM_FILE", "NO_SHIPPING"]).optional(),
  return_url: address.optional(),
  cancel_url: address.optional(),
  landing_page: z.enum(["LOGIN", "GUEST_CHECKOUT", "NO_PREFERENCE", "BILLING"]).optional(),
  user_action: z.enum(["CONTINUE", "PAY_NOW"]).optional(),
  payment_method_preference: z.enum(["UNRESTRICTED", "IMMEDIATE_PAYMENT_REQUIRED"]).optional(),
});
export type ExperienceContext = z.infer<typeof experienceContext>;

const purchaseUnit = z.strictObject({
  reference_id: text(256).default("default"),
  description: text(127).optional(),
  custom_id: text(127).optional(),
  invoice_id: text(127).optional(),
  soft_descriptor: text(22).optional(),
  amount: z.strictObject({
    currency_code: z.string().length(3),
    value: z
      .string()
      .max(32)
      .regex(/^-?(?:\d+|\d*\.\d+)$/),
  }),
});

/**
 * Strict where PayPal only overlooks a field, and narrower than PayPal is: what is not simulated (authorisations, items,
 * delivery, cards) is refused aloud, so that nobody takes it for working.
 */
const orderRequest = z.strictObject({
  intent: z.literal("CAPTURE"),
  purchase_units: z.tuple([purchaseUnit]),
  payment_source: z
    .strictObject({ paypal: z.strictObject({ experience_context: experienceContext.optional() }) })
    .optional(),
  /** How the experience was asked for before `payment_source` was there. */
  application_context: experienceContext.optional(),
});

export interface NewOrder {
  unit: Omit<z.infer<typeof purchaseUnit>, "amount"> & { amount: Money };
  /** Whether the merchant said that PayPal is how it will be paid. */
  withSource: boolean;
  experience: ExperienceContext;
}

/** Reads the body of a request. Throws Refusal: 400 for its form, 422 for its sum. */
export function readOrder(body: unknown): NewOrder {
  const { purchase_units, payment_source, application_context } = readAs(orderRequest, body);
  const [{ amount, ...unit }] = purchase_units;
  return {
    unit: { ...unit, amount: readMoney(amount) },
    withSource: payment_source !== undefined,
    experience: payment_source?.paypal.experience_context ?? application_context ?? {},
  };
}

/** Reads the body of a capture, which might name another way to pay: that is not simulated. Throws Refusal 400. */
export function readCapture(body: unknown): void {
  readAs(z.strictObject({}), body);
}

function readAs<T>(schema: z.ZodType<T>, body: unknown): T {
  const read = schema.safeParse(body);
  if (read.success) return read.data;
  const details = read.error.issues.flatMap((issue) => detailsOf(issue, body));
  throw new Refusal(400, details);
}

function detailsOf(issue: z.core.$ZodIssue, body: unknown): Detail[] {
  const detail = (name: Issue, path: readonly PropertyKey[] = issue.path): Detail => {
    const value = valueAt(body, path);
    const shown = typeof value === "string" || typeof value === "number" ? { value } : {};
    return { issue: name, field: `/${path.map(String).join("/")}`, ...shown, location: "body" };
  };
  if (valueAt(body, issue.path) === undefined) return [detail("MISSING_REQUIRED_PARAMETER")];
  switch (issue.code) {
    case "too_big":
      return [detail(issue.origin === "array" ? "INVALID_ARRAY_MAX_ITEMS" : "INVALID_STRING_LENGTH")];
    case "too_small":
      return [detail(issue.origin === "array" ? "INVALID_ARRAY_MIN_ITEMS" : "INVALID_STRING_LENGTH")];
    case "unrecognized_keys":
      return issue.keys.map((key) => detail("NOT_SUPPORTED", [...issue.path, key]));
    case "invalid_value":
      return [detail("INVALID_PARAMETER_VALUE")];
    default:
      return [detail("INVALID_PARAMETER_SYNTAX")];
  }
}

function valueAt(root: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (at, key) => (typeof at === "object" && at !== null ? Reflect.get(at, key) : undefined),
    root,
  );
}
