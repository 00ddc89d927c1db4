import { createHmac } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { TRANZILA_FIELD } from "#lib/providers/payments/index.ts";
import { payPalAuthority } from "#simulators/paypal/index.ts";
import type { Plan } from "./plan.ts";
import type { Ports } from "./ports.ts";
import type { Secrets } from "./secrets.ts";

/** The keys with which the demo business is paid: its app at the simulated PayPal, its terminal at the simulated Tranzila. */
export function simulatedGateways(secrets: Secrets) {
  return {
    paypal: {
      clientId: derived(secrets, "PayPal client"),
      clientSecret: derived(secrets, "PayPal secret"),
      webhookId: derived(secrets, "PayPal webhook").slice(0, 17).toUpperCase(),
    },
    tranzila: {
      terminal: "shaydemo",
      appKey: derived(secrets, "Tranzila app key"),
      secret: derived(secrets, "Tranzila secret"),
    },
  };
}

/** What the simulators of PayPal and Tranzila are started with. */
export function paymentSimulators(plan: Plan, secrets: Secrets, ports: Ports): Record<string, string> {
  const { paypal, tranzila } = simulatedGateways(secrets);
  const { terminal: name, ...keys } = tranzila;
  return {
    SIM_PORT_PAYPAL: String(ports.paypal),
    SIM_PORT_TRANZILA: String(ports.tranzila),
    SIM_PAYPAL_ROOT_KEY: rootKey(secrets),
    SIM_PAYPAL_APPS: JSON.stringify([{ ...paypal, webhookUrl: `${plan.publicUrl}/webhook/paypal` }]),
    SIM_TRANZILA_TERMINALS: JSON.stringify([{ name, ...keys, fields: [TRANZILA_FIELD] }]),
  };
}

/** Where the product meets them, and, for the seed alone, with which keys. */
export function paymentSettings(plan: Plan, secrets: Secrets, ports: Ports): Record<string, string> {
  const tranzila = `http://127.0.0.1:${ports.tranzila}`;
  return {
    PAYPAL_BASE_URL: `http://127.0.0.1:${ports.paypal}`,
    PAYPAL_CERT_HOSTS: `127.0.0.1:${ports.paypal}`,
    PAYPAL_CA_FILE: authorityFile(plan),
    TRANZILA_PAGE_URL: tranzila,
    TRANZILA_API_URL: tranzila,
    TRANZILA_REPORT_URL: tranzila,
    SIM_GATEWAYS: JSON.stringify(simulatedGateways(secrets)),
  };
}

/** Writes down whom the simulated PayPal's certificates are traced to. */
export function writePayPalAuthority(plan: Plan, secrets: Secrets): void {
  if (plan.mode === "simulation")
    writeFileSync(authorityFile(plan), payPalAuthority(Buffer.from(rootKey(secrets), "hex")));
}

function authorityFile({ dataDir }: Plan): string {
  return join(dataDir, "paypal-authority.pem");
}

function rootKey(secrets: Secrets): string {
  return derived(secrets, "simulated PayPal");
}

/** Derived, so that installations that were made before these simulators have them, too. */
function derived({ authSecret }: Secrets, what: string): string {
  return createHmac("sha256", authSecret).update(what).digest("hex");
}
