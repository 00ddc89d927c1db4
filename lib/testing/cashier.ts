/** PayPal and Tranzila, a business that is paid through them, and somebody who pays by a link, as a browser does. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { type PayPalSimulator, payPalAuthority, startPayPal } from "#simulators/paypal/index.ts";
import { startTranzila, type TranzilaSimulator } from "#simulators/tranzila/index.ts";
import { payAsPayer } from "#simulators/tranzila/payer.ts";
import { saveGateway } from "../payments/gateways.ts";
import { startPayment } from "../payments/payer.ts";
import type { PaymentProvider } from "../payments/schemas/states.ts";
import type { TestBusiness } from "./business.ts";

const ROOT_KEY = "42".repeat(32);
const APP = { clientId: "client-of-the-bakery", clientSecret: "secret-of-the-bakery", webhookId: "8PT597110X687430L" };
const TERMINAL = { appKey: "app-key-of-the-bakery", secret: "secret-of-the-terminal" };

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
  const paypal = await startPayPal({ rootKey: ROOT_KEY, apps: [{ ...APP, webhookUrl: `${origin}/webhook/paypal` }] });
  const tranzila = await startTranzila({
    terminals: [{ name: "bakery", ...TERMINAL, fields: ["moked_payment"] }, BARE],
  });
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

/** From now on this business is paid through this provider. */
export async function takesPayments(business: TestBusiness, provider: PaymentProvider): Promise<void> {
  const owner = business.as("owner");
  if (provider === "paypal") await saveGateway(owner, { provider, enabled: true, keys: APP });
  else await saveGateway(owner, { provider, enabled: true, keys: { terminal: "bakery", ...TERMINAL } });
}

/** The random name of the page that a message leads to. */
export function tokenIn(text: string): string {
  const [, token] = /\/pay\/([\w-]{32})(?:\s|$)/.exec(text) ?? [];
  if (token === undefined) throw new Error(`no link to pay in: ${text}`);
  return token;
}

/** Goes through the whole way of somebody who pays; gives where they end up. */
export async function pay({ paypal }: Cashier, token: string): Promise<string> {
  const url = new URL((await startPayment(token)).url);
  const order = url.searchParams.get("token");
  if (url.origin === paypal.url && order !== null) {
    const back = paypal.payer.approve(order);
    if (back === null) throw new Error("PayPal's payer is led nowhere");
    return (await fetch(back, { redirect: "manual" })).headers.get("location") ?? "";
  }
  const { redirect_url, redirect_fields } = await payAsPayer(url.href, "approved");
  const body = new URLSearchParams(redirect_fields);
  return (await fetch(redirect_url, { method: "POST", body, redirect: "manual" })).headers.get("location") ?? "";
}
