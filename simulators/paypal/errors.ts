/** How PayPal refuses: https://developer.paypal.com/api/rest/responses/ and, for orders, https://developer.paypal.com/docs/api/reference/orders-v2-errors/ */
import { newDebugId } from "./ids.ts";

/** An answer of the API. */
export interface Answer {
  status: number;
  json: object;
}

const ERRORS = {
  400: ["INVALID_REQUEST", "Request is not well-formed, syntactically incorrect, or violates schema."],
  401: [
    "AUTHENTICATION_FAILURE",
    "Authentication failed due to invalid authentication credentials or a missing Authorization header.",
  ],
  404: ["RESOURCE_NOT_FOUND", "The specified resource does not exist."],
  415: ["UNSUPPORTED_MEDIA_TYPE", "The server does not support the request payload's media type."],
  422: [
    "UNPROCESSABLE_ENTITY",
    "The requested action could not be performed, semantically incorrect, or failed business validation.",
  ],
  429: ["RATE_LIMIT_REACHED", "Too many requests. Blocked due to rate limiting."],
  500: ["INTERNAL_SERVER_ERROR", "An internal server error has occurred."],
} as const;

const ISSUES = {
  // 400
  INVALID_ARRAY_MAX_ITEMS: "The number of items in an array parameter is too large.",
  INVALID_ARRAY_MIN_ITEMS: "The number of items in an array parameter is too small.",
  INVALID_PARAMETER_SYNTAX: "The value of a field does not conform to the expected format.",
  INVALID_PARAMETER_VALUE: "A parameter value is not valid.",
  INVALID_STRING_LENGTH: "The value of a field is either too short or too long.",
  MALFORMED_REQUEST_JSON: "The request JSON is not well formed.",
  MISSING_REQUIRED_PARAMETER: "A required field / parameter is missing.",
  NOT_SUPPORTED: "A field used is not currently supported.",
  PAYPAL_REQUEST_ID_REQUIRED:
    "A PayPal-Request-Id is required if you are trying to process payment for an Order. Please specify a PayPal-Request-Id or Create the Order without a 'payment_source' specified.",
  // 404
  INVALID_RESOURCE_ID: "Specified resource ID does not exist. Please check the resource ID and try again.",
  // 422
  CANNOT_BE_ZERO_OR_NEGATIVE:
    "Must be greater than zero. If the currency supports decimals, only two decimal place precision is supported.",
  DECIMALS_NOT_SUPPORTED: "If the currency does not support decimals, only integer amounts are supported.",
  DECIMAL_PRECISION: "If the currency supports decimals, only two decimal place precision is supported.",
  DUPLICATE_INVOICE_ID:
    "Duplicate Invoice ID detected. To avoid a potential duplicate transaction your account setting requires that Invoice Id be unique for each transaction.",
  INSTRUMENT_DECLINED:
    "The instrument presented  was either declined by the processor or bank, or it can't be used for this payment.",
  INVALID_CURRENCY_CODE:
    "Currency code is invalid or is not currently supported. Please refer https://developer.paypal.com/api/rest/reference/currency-codes/ for list of supported currency codes.",
  MAX_VALUE_EXCEEDED: "Should be less than or equal to 999999999999999.99.",
  ORDER_ALREADY_CAPTURED: "Order already captured.If 'intent=CAPTURE' only one capture per order is allowed.",
  ORDER_NOT_APPROVED:
    "Payer has not yet approved the Order for payment. Please redirect the payer to the 'rel':'approve' url returned as part of the HATEOAS links within the Create Order call or provide a valid `payment_source` in the request.",
  PAYPAL_REQUEST_ID_PREVIOUSLY_USED: "The PayPal-Request-ID has already been used for another request.",
} as const;
export type Issue = keyof typeof ISSUES;

export interface Detail {
  issue: Issue;
  /** A JSON pointer to what is wrong. */
  field?: string;
  value?: string | number;
  location?: "body" | "header";
}

interface Link {
  href: string;
  rel: string;
  method: string;
}

/** A refusal in PayPal's own shape. */
export class Refusal extends Error {
  readonly status: keyof typeof ERRORS;
  readonly #details: Detail[];
  readonly #links: Link[];

  constructor(status: keyof typeof ERRORS, details: Detail[] = [], links: Link[] = []) {
    super(ERRORS[status][1]);
    this.status = status;
    this.#details = details;
    this.#links = links;
  }

  answer(): Answer {
    const [name, message] = ERRORS[this.status];
    const details = this.#details.map((detail) => ({ ...detail, description: ISSUES[detail.issue] }));
    const about = this.#details[0]?.issue ?? name;
    const href = `https://developer.paypal.com/docs/api/orders/v2/#error-${about}`;
    const links = [{ href, rel: "information_link", method: "GET" }, ...this.#links];
    return { status: this.status, json: { name, message, debug_id: newDebugId(), details, links } };
  }
}

export function notFound(): Refusal {
  return new Refusal(404, [{ issue: "INVALID_RESOURCE_ID" }]);
}
