/**
 * Is a notice from PayPal? It signs `id|time|webhook|crc32(body)` with the key of a certificate whose address comes along:
 * https://developer.paypal.com/api/rest/webhooks/rest/#link-verifyuserandsignature
 */
import { verify } from "node:crypto";
import { crc32 } from "node:zlib";
import type { PayPalCertificates } from "./certificates.ts";

interface Notice {
  headers: Headers;
  /** As it came, byte for byte. */
  body: Uint8Array;
  webhookId: string;
}

/** Throws ProviderFailed when the certificate cannot be fetched just now: then nobody can say. */
export async function isSignedByPayPal(
  { headers, body, webhookId }: Notice,
  certificates: PayPalCertificates,
): Promise<boolean> {
  const [id, time, signature, address, algorithm] = ["id", "time", "sig"]
    .map((name) => headers.get(`paypal-transmission-${name}`))
    .concat(headers.get("paypal-cert-url"), headers.get("paypal-auth-algo"));
  if (!id || !time || !signature || !address || algorithm !== "SHA256withRSA") return false;
  const certificate = await certificates.trusted(address);
  if (certificate === null || certificate.publicKey.asymmetricKeyType !== "rsa") return false;
  const signed = Buffer.from(`${id}|${time}|${webhookId}|${crc32(body)}`);
  return verify("sha256", signed, certificate.publicKey, Buffer.from(signature, "base64"));
}
