/** A gateway's keys: sealed at rest, opened only where the provider is asked. */
import { seal, unseal } from "../db/seal.ts";
import type { GatewayKeys } from "../providers/payments/index.ts";
import { paypalKeys, tranzilaKeys } from "./schemas/gateways.ts";
import type { PaymentProvider } from "./schemas/states.ts";

export function sealKeys(businessId: string, { provider, keys }: GatewayKeys): Uint8Array {
  return seal(Buffer.from(JSON.stringify(keys)), placeOf(businessId, provider));
}

/** They were sealed for another business or provider, under another ENCRYPTION_KEY, or were changed since. */
export class UnreadableKeys extends Error {}

/** Throws UnreadableKeys. */
export function openKeys(businessId: string, provider: PaymentProvider, sealed: Uint8Array): GatewayKeys {
  const keys = unsealed(businessId, provider, sealed);
  switch (provider) {
    case "paypal":
      return { provider, keys: paypalKeys.parse(keys) };
    case "tranzila":
      return { provider, keys: tranzilaKeys.parse(keys) };
    default:
      return provider satisfies never;
  }
}

function unsealed(businessId: string, provider: PaymentProvider, sealed: Uint8Array): unknown {
  try {
    return JSON.parse(unseal(sealed, placeOf(businessId, provider)).toString("utf8"));
  } catch (cause) {
    throw new UnreadableKeys(`the keys of ${provider} cannot be read`, { cause });
  }
}

/** Which account they open: it may have other keys tomorrow. */
export function accountOf(given: GatewayKeys): string {
  return given.provider === "tranzila" ? given.keys.terminal : given.keys.clientId;
}

/** What of the keys may be shown: the terminal has a name, and of PayPal's client the end says which it is. */
export function hintOf(given: GatewayKeys): string {
  return given.provider === "tranzila" ? accountOf(given) : `…${accountOf(given).slice(-4)}`;
}

function placeOf(businessId: string, provider: PaymentProvider): string {
  return `gateway:${businessId}:${provider}`;
}
