import { z } from "zod";
import { ProviderFailed } from "../../../errors.ts";
import { askJson, isPassing } from "../ask-json.ts";

export interface PayPalKeys {
  clientId: string;
  clientSecret: string;
  /** By which PayPal knows our webhook; it is part of what a notice's signature covers. */
  webhookId: string;
}

/** What PayPal refused, by its own names for what is wrong ("ORDER_NOT_APPROVED"). */
export class PayPalRefused extends ProviderFailed {
  readonly reasons: readonly string[];
  constructor(status: number, { name, error, debug_id, details }: z.infer<typeof refusal>) {
    const reasons = [name || error, ...details.map(({ issue }) => issue)];
    super("payments", isPassing(status), `PayPal answers ${status} ${reasons} (${debug_id})`);
    this.reasons = reasons;
  }
}

/** The API has `name` and `details`, its door for tokens `error`. */
const refusal = z.object({
  name: z.string().catch(""),
  error: z.string().catch(""),
  debug_id: z.string().catch(""),
  details: z.array(z.object({ issue: z.string().catch("") })).catch([]),
});
const token = z.object({ access_token: z.string().min(1) });

interface Question {
  method: "GET" | "POST";
  path: string;
  body?: unknown;
  /** The same again is the same order: https://developer.paypal.com/api/rest/reference/idempotency/ */
  requestId?: string;
}

/** A merchant's way to PayPal, for as long as something is asked: https://developer.paypal.com/api/rest/requests/ */
export class PayPalClient {
  readonly #keys: PayPalKeys;
  readonly #baseUrl: string;
  #token: Promise<string> | null = null;

  constructor(keys: PayPalKeys, baseUrl: string) {
    this.#keys = keys;
    this.#baseUrl = baseUrl;
  }

  /** Throws PayPalRefused, and ProviderFailed when PayPal cannot be reached or understood. */
  async ask<T>(as: z.ZodType<T>, { method, path, body, requestId }: Question, signal: AbortSignal): Promise<T> {
    this.#token ??= this.#newToken(signal);
    const headers = {
      Authorization: `Bearer ${await this.#token}`,
      "Content-Type": "application/json",
      Prefer: "return=representation",
      ...(requestId === undefined ? {} : { "PayPal-Request-Id": requestId }),
    };
    const content = method === "GET" ? {} : { body: JSON.stringify(body ?? {}) };
    return this.#read(as, path, { method, headers, ...content }, signal);
  }

  async #newToken(signal: AbortSignal): Promise<string> {
    const { clientId, clientSecret } = this.#keys;
    const headers = {
      Authorization: `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString("base64")}`,
      "Content-Type": "application/x-www-form-urlencoded",
    };
    const request = { method: "POST", headers, body: "grant_type=client_credentials" };
    return (await this.#read(token, "/v1/oauth2/token", request, signal)).access_token;
  }

  async #read<T>(as: z.ZodType<T>, path: string, request: RequestInit, signal: AbortSignal): Promise<T> {
    const { ok, status, said } = await askJson("PayPal", this.#baseUrl + path, request, signal);
    if (!ok) throw new PayPalRefused(status, refusal.parse(said ?? {}));
    const read = as.safeParse(said);
    if (read.success) return read.data;
    throw new ProviderFailed("payments", true, "PayPal's answer is not understood", read.error);
  }
}
