import { readFileSync } from "node:fs";
import type { Env } from "../../config/env.ts";
import { PayPalCertificates } from "./paypal/certificates.ts";
import type { PayPalKeys } from "./paypal/client.ts";
import { paypalGateway } from "./paypal/gateway.ts";
import type { TranzilaKeys } from "./tranzila/client.ts";
import { tranzilaGateway } from "./tranzila/gateway.ts";
import type { PaymentGateway } from "./types.ts";

export { readPayPalNotice } from "./paypal/notice.ts";
export { isSignedByPayPal } from "./paypal/signature.ts";
export { OUR_FIELD as TRANZILA_FIELD } from "./tranzila/map.ts";
export { readTranzilaNotice } from "./tranzila/notice.ts";

/** Whose keys they are, and the keys. */
export type GatewayKeys = { provider: "paypal"; keys: PayPalKeys } | { provider: "tranzila"; keys: TranzilaKeys };

/** One business's way to be paid. */
export function createGateway(env: Env, given: GatewayKeys): PaymentGateway {
  switch (given.provider) {
    case "paypal":
      return paypalGateway(given.keys, bare(env.PAYPAL_BASE_URL));
    case "tranzila":
      return tranzilaGateway(given.keys, {
        page: bare(env.TRANZILA_PAGE_URL),
        api: bare(env.TRANZILA_API_URL),
        report: bare(env.TRANZILA_REPORT_URL),
      });
    default:
      return given satisfies never;
  }
}

const cache: { certificates?: PayPalCertificates } = {};

/** Which certificates PayPal's notices may be signed with; kept for as long as this process lives. */
export function paypalCertificates({ PAYPAL_CERT_HOSTS: hosts, PAYPAL_CA_FILE }: Env): PayPalCertificates {
  cache.certificates ??= new PayPalCertificates({
    hosts,
    authorities: PAYPAL_CA_FILE === undefined ? undefined : readFileSync(PAYPAL_CA_FILE, "utf8"),
  });
  return cache.certificates;
}

function bare(url: string): string {
  return url.replace(/\/+$/, "");
}
