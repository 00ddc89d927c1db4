/** Requests to PayPal's REST API: https://developer.paypal.com/api/rest/requests/ */
import { z } from "zod";
import { ProviderFailed } from "../../../errors.ts";
import { readBounded } from "../../read-bounded.ts";

export interface PayPalKeys {
  clientId: string;
  clientSecret: string;
  /** By which PayPal knows our webhook; it is part of what a notice's signature covers. */
  webhookId: string;
}

const WITHIN_MS = 12_000;
const LARGEST_ANSWER = 1_000_000;

/** What PayPal refused, by its own names for what is wrong ("ORDER_NOT_APPROVED"). */
export class PayPalRefused extends ProviderFailed {
  readonly reasons: readonly string[];
  constructor(status: number, { name, debug_id, details }: z.infer<typeof refusal>) {
    const reasons = [name, ...details.map(({ issue }) => issue)];
    super("payments", status >= 500 || status === 429, `PayPal answers ${status} ${reasons} (${debug_id})`);
    this.reasons = reasons;
  }
}

const refusal = z.object({
  name: z.string().catch(""),
  debug_id: z.string().catch(""),
  details: z.array(z.object({ issue: z.string().catch("") })).catch([]),
});
const token = z.object({ access_token: z.string().min(1), expires_in: z.number() });

interface Question {
  method: "GET" | "POST";
  path: string;
  body?: unknown;
  /** The same again is the same order, the same charge: https://developer.paypal.com/api/rest/reference/idempotency/ */
  requestId?: string;
}

/** A merchant's way to PayPal. Its token is asked for when it is needed, and kept as long as it is good. */
export class PayPalClient {
  readonly #keys: PayPalKeys;
  readonly #baseUrl: string;
  #token: { value: string; goodUntil: number } | null = null;

  constructor(keys: PayPalKeys, baseUrl: string) {
    this.#keys = keys;
    this.#baseUrl = baseUrl;
  }

  /** Throws PayPalRefused, and ProviderFailed when PayPal cannot be reached or understood. */
  async ask<T>(schema: z.ZodType<T>, { method, path, body, requestId }: Question, signal: AbortSignal): Promise<T> {
    const headers = {
      Authorization: `Bearer ${await this.#bearer(signal)}`,
      "Content-Type": "application/json",
      Prefer: "return=representation",
      ...(requestId === undefined ? {} : { "PayPal-Request-Id": requestId }),
    };
    const content = method === "GET" ? {} : { body: JSON.stringify(body ?? {}) };
    return readAs(schema, await this.#fetch(path, { method, headers, ...content }, signal));
  }

  /** Whether PayPal knows these keys. Throws ProviderFailed when it cannot be asked. */
  async isKnown(signal: AbortSignal): Promise<boolean> {
    try {
      await this.#bearer(signal);
      return true;
    } catch (error) {
      if (error instanceof PayPalRefused && !error.retryable) return false;
      throw error;
    }
  }

  async #bearer(signal: AbortSignal): Promise<string> {
    if (this.#token !== null && Date.now() < this.#token.goodUntil) return this.#token.value;
    const { clientId, clientSecret } = this.#keys;
    const headers = {
      Authorization: `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString("base64")}`,
      "Content-Type": "application/x-www-form-urlencoded",
    };
    const request = { method: "POST", headers, body: "grant_type=client_credentials" };
    const made = readAs(token, await this.#fetch("/v1/oauth2/token", request, signal));
    this.#token = { value: made.access_token, goodUntil: Date.now() + (made.expires_in - 60) * 1000 };
    return made.access_token;
  }

  async #fetch(path: string, request: RequestInit, signal: AbortSignal): Promise<unknown> {
    let answer: Response;
    try {
      const within = AbortSignal.any([signal, AbortSignal.timeout(WITHIN_MS)]);
      answer = await fetch(this.#baseUrl + path, { ...request, redirect: "error", signal: within });
    } catch (cause) {
      throw new ProviderFailed("payments", true, "PayPal could not be reached", cause);
    }
    const bytes = await readBounded(answer, { provider: "payments", what: "PayPal", maxBytes: LARGEST_ANSWER });
    const said = parsed(bytes);
    if (answer.ok) return said;
    throw new PayPalRefused(answer.status, refusal.catch({ name: "", debug_id: "", details: [] }).parse(said));
  }
}

function parsed(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString("utf8"));
  } catch {
    return null;
  }
}

function readAs<T>(schema: z.ZodType<T>, said: unknown): T {
  const read = schema.safeParse(said);
  if (read.success) return read.data;
  throw new ProviderFailed("payments", true, "PayPal's answer is not understood", read.error);
}
