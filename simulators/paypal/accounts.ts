/** Who may ask: https://developer.paypal.com/api/rest/authentication/ */
import { createHash, randomBytes } from "node:crypto";
import type { SimRequest } from "../common/http.ts";
import { type Answer, Refusal } from "./errors.ts";

/** A merchant's REST app, with the webhook that is registered for it. */
export interface PayPalApp {
  clientId: string;
  clientSecret: string;
  /** By which the signature of what is sent to the webhook can only be this app's. */
  webhookId: string;
  webhookUrl: string;
}

const TOKEN_S = 32_400;

/** The apps that there are, and the tokens that they were given. */
export class Accounts {
  readonly #apps: readonly PayPalApp[];
  readonly #clock: () => number;
  readonly #tokens = new Map<string, { app: PayPalApp; endsAt: number }>();

  constructor(apps: readonly PayPalApp[], clock: () => number) {
    this.#apps = apps;
    this.#clock = clock;
  }

  /** Answers the token endpoint. */
  grant({ headers, body }: SimRequest): Answer {
    const app = this.#apps.find((one) => headers.authorization === basicOf(one));
    if (!app) return oauthError(401, "invalid_client", "Client Authentication failed");
    const type = new URLSearchParams(body.toString("utf8")).get("grant_type");
    if (type !== "client_credentials") {
      const why = type ? "Unsupported grant_type" : "Grant Type is NULL";
      return oauthError(400, "unsupported_grant_type", why);
    }
    const now = this.#clock();
    for (const [old, { endsAt }] of this.#tokens) if (endsAt <= now) this.#tokens.delete(old);
    const token = `A21AA${randomBytes(60).toString("base64url")}`;
    this.#tokens.set(token, { app, endsAt: now + TOKEN_S * 1000 });
    return {
      status: 200,
      json: {
        scope: "https://uri.paypal.com/services/payments/payment/authcapture openid",
        access_token: token,
        token_type: "Bearer",
        app_id: "APP-80W284485P519543T",
        expires_in: TOKEN_S,
        nonce: `${new Date(now).toISOString()}${randomBytes(32).toString("base64url")}`,
      },
    };
  }

  /** Whose token the request carries. Throws Refusal 401. */
  holderOf({ headers }: SimRequest): PayPalApp {
    const token = /^Bearer (\S+)$/i.exec(headers.authorization ?? "")?.[1];
    const held = token === undefined ? undefined : this.#tokens.get(token);
    if (!held || held.endsAt <= this.#clock()) throw new Refusal(401);
    return held.app;
  }
}

/** The merchant's account, which an app's owner has: 13 capital letters and digits. */
export function merchantIdOf({ clientId }: PayPalApp): string {
  return createHash("sha256").update(clientId).digest("hex").slice(0, 13).toUpperCase();
}

function basicOf({ clientId, clientSecret }: PayPalApp): string {
  return `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString("base64")}`;
}

function oauthError(status: number, error: string, error_description: string): Answer {
  return { status, json: { error, error_description } };
}
