/** PayPal and Tranzila, a business that is paid through them, and somebody who pays by a link, as a browser does. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { type PayPalSimulator, payPalAuthority, startPayPal } from "#simulators/paypal/index.ts";
import { startTranzila, type TranzilaSimulator } from "#simulators/tranzila/index.ts";
import { payAsPayer } from "#simulators/tranzila/payer.ts";
import { saveGateway } from "../payments/save-gateway.ts";
import type { PaymentProvider } from "../payments/schemas/states.ts";
import { startPayment } from "../payments/start-payment.ts";
import { TRANZILA_FIELD } from "../providers/payments/index.ts";
import type { TestBusiness } from "./business.ts";

const ROOT_KEY = "42".repeat(32);
/** The bakery's at PayPal. */
export const paypalKeys = {
  clientId: "client-of-the-bakery",
  clientSecret: "secret-of-the-bakery",
  webhookId: "8PT597110X687430L",
};
const otherKeys = { clientId: "another-client", clientSecret: "another-secret", webhookId: "1AB23456CD789012E" };
const FIELDS = [TRANZILA_FIELD, "remarks"];
const BAKERY = { name: "bakery", appKey: "app-key-of-the-bakery", secret: "secret-of-the-terminal", fields: FIELDS };
const OTHER = { name: "bakery2", appKey: "another-app-key", secret: "another-secret", fields: FIELDS };

/** Whose merchant has not set our field up. */
const BARE = { name: "bare", appKey: "key-of-bare", secret: "secret-of-bare", fields: [] };

export interface Cashier {
  paypal: PayPalSimulator;
  tranzila: TranzilaSimulator;
  /** For the product's environment. */
  settings: Record<string, string>;
  close(): Promise<void>;
}

/** `origin`: where the product is met. */
export async function startCashier(origin: string): Promise<Cashier> {
  const webhookUrl = `${origin}/webhook/paypal`;
  const apps = [paypalKeys, otherKeys].map((keys) => ({ ...keys, webhookUrl }));
  const paypal = await startPayPal({ rootKey: ROOT_KEY, apps });
  const tranzila = await startTranzila({ terminals: [BAKERY, OTHER, BARE] });
  const folder = await mkdtemp(path.join(tmpdir(), "moked-cashier-"));
  const authority = path.join(folder, "authority.pem");
  await writeFile(authority, payPalAuthority(Buffer.from(ROOT_KEY, "hex")));
  return {
    paypal,
    tranzila,
    settings: {
      PAYPAL_BASE_URL: paypal.url,
      PAYPAL_CERT_HOSTS: "127.0.0.1",
      PAYPAL_CA_FILE: authority,
      TRANZILA_PAGE_URL: tranzila.url,
      TRANZILA_API_URL: tranzila.url,
      TRANZILA_REPORT_URL: tranzila.url,
    },
    async close() {
      await Promise.all([paypal.close(), tranzila.close(), rm(folder, { recursive: true, force: true })]);
    },
  };
}

/** From now on this business is paid through this provider; by an account that two bakeries share, or by another one. */
export async function takesPayments(
  business: TestBusiness,
  provider: PaymentProvider,
  account: "the bakery's" | "another account" = "the bakery's",
): Promise<void> {
  const [owner, first] = [business.as("owner"), account === "the bakery's"];
  if (provider === "paypal") {
    await saveGateway(owner, { provider, enabled: true, keys: first ? paypalKeys : otherKeys });
  } else {
    const { name: terminal, appKey, secret } = first ? BAKERY : OTHER;
    await saveGateway(owner, { provider, enabled: true, keys: { terminal, appKey, secret } });
  }
}

/** The random name of the page that a message leads to. */
export function tokenIn(text: string): string {
  const [, token] = /\/pay\/([\w-]{32})(?:\s|$)/.exec(text) ?? [];
  if (token === undefined) throw new Error(`no link to pay in: ${text}`);
  return token;
}

/** Where the browser is sent once somebody has paid, and with which form. */
interface WayBack {
  url: string;
  form: Record<string, string> | null;
}

/** Somebody pays on a provider's page. */
export async function payOn(
  { paypal }: Cashier,
  page: string,
  card: "approved" | "refused" = "approved",
): Promise<WayBack> {
  const url = new URL(page);
  const order = url.searchParams.get("token");
  if (url.origin !== paypal.url || order === null) {
    const { redirect_url, redirect_fields } = await payAsPayer(page, card);
    return { url: redirect_url, form: redirect_fields };
  }
  const back = paypal.payer.approve(order);
  if (back === null) throw new Error("PayPal's payer is led nowhere");
  return { url: back, form: null };
}

/** The browser goes there; gives where it is led on to. */
export async function goBack({ url, form }: WayBack): Promise<string> {
  const posted = form === null ? {} : { method: "POST", body: new URLSearchParams(form) };
  const answer = await fetch(url, { redirect: "manual", ...posted });
  if (answer.status !== 303) throw new Error(`the way back answers ${answer.status}`);
  return answer.headers.get("location") ?? "";
}

/** Goes through the whole way of somebody who pays; gives where they end up. */
export async function pay(cashier: Cashier, token: string): Promise<string> {
  return goBack(await payOn(cashier, (await startPayment(token)).url));
}
