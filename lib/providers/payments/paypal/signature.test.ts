import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type SimServer, send, startServer } from "#simulators/common/http.ts";
import { payPalAuthority } from "#simulators/paypal/index.ts";
import { Signer } from "#simulators/paypal/signer.ts";
import { type CertificatePolicy, PayPalCertificates } from "./certificates.ts";
import { isSignedByPayPal } from "./signature.ts";

const ROOT_KEY = randomBytes(32);
const WEBHOOK = "8PT597110X687430L";
const BODY = JSON.stringify({ id: "WH-1", resource: { custom_id: "שלום" } });

let signer: Signer;
let host: SimServer;
/** With what a certificate's address is answered, instead of the chain. */
let instead: { status: number; body: string } | null = null;
beforeAll(async () => {
  signer = await Signer.make(ROOT_KEY);
  host = await startServer({
    handle: ({ res }) => send(res, instead?.status ?? 200, "text/plain", instead?.body ?? signer.chain),
  });
});
afterAll(() => host.close());

/** Each has fetched nothing yet. */
function trusting(changes: Partial<CertificatePolicy> = {}) {
  return new PayPalCertificates({ hosts: ["127.0.0.1"], authorities: payPalAuthority(ROOT_KEY), ...changes });
}

function notice(changes: { body?: string; webhookId?: string; headers?: Record<string, string> } = {}) {
  const transmission = { id: "69cd13f0-d67a", time: "2026-11-30T10:00:00Z", webhookId: WEBHOOK };
  const headers = new Headers({
    "paypal-transmission-id": transmission.id,
    "paypal-transmission-time": transmission.time,
    "paypal-transmission-sig": signer.sign(transmission, Buffer.from(BODY)),
    "paypal-cert-url": `${host.url}/certs/1`,
    "paypal-auth-algo": "SHA256withRSA",
    ...changes.headers,
  });
  return { headers, body: Buffer.from(changes.body ?? BODY), webhookId: changes.webhookId ?? WEBHOOK };
}

describe("a notice", () => {
  it("is PayPal's when its certificate is traced to whom we trust, and it is as it was signed", async () => {
    expect(await isSignedByPayPal(notice(), trusting())).toBe(true);
    expect(await isSignedByPayPal(notice({ body: `${BODY} ` }), trusting())).toBe(false);
    expect(await isSignedByPayPal(notice({ webhookId: "another one" }), trusting())).toBe(false);
    expect(await isSignedByPayPal(notice({ headers: { "paypal-transmission-id": "another" } }), trusting())).toBe(
      false,
    );
    expect(await isSignedByPayPal(notice({ headers: { "paypal-auth-algo": "none" } }), trusting())).toBe(false);
    expect(await isSignedByPayPal(notice({ headers: { "paypal-transmission-sig": "" } }), trusting())).toBe(false);
  });

  it("is not when somebody else answers for its certificate, or nobody", async () => {
    expect(await isSignedByPayPal(notice(), trusting({ authorities: payPalAuthority(randomBytes(32)) }))).toBe(false);
    const [leaf = ""] = signer.chain.match(/-----BEGIN[^-]+-----[^-]+-----END[^-]+-----/) ?? [];
    instead = { status: 200, body: leaf };
    // The authority itself need not be in the chain.
    expect(await isSignedByPayPal(notice(), trusting())).toBe(true);
    expect(await isSignedByPayPal(notice(), trusting({ authorities: undefined }))).toBe(false);
    instead = { status: 200, body: "no certificate" };
    expect(await isSignedByPayPal(notice(), trusting())).toBe(false);
    instead = null;
  });

  it("cannot name a certificate anywhere but where PayPal has them", async () => {
    const named = (address: string, hosts: string[]) =>
      isSignedByPayPal(notice({ headers: { "paypal-cert-url": address } }), trusting({ hosts }));
    const { port } = host;
    for (const address of [
      `http://localhost:${port}/c`,
      `http://127.0.0.1:${port}@paypal.com/c`,
      "http://api.paypal.com/c",
      "https://paypal.com.example.org/c",
      "https://evilpaypal.com/c",
      "no address",
    ])
      expect(await named(address, ["127.0.0.1", "*.paypal.com"])).toBe(false);
    expect(await named(`${host.url}/c`, [`127.0.0.1:${port}`])).toBe(true);
    expect(await named(`${host.url}/d`, ["127.0.0.1:1"])).toBe(false);
  });

  it("cannot be judged while the certificate cannot be had", async () => {
    instead = { status: 500, body: "" };
    await expect(isSignedByPayPal(notice(), trusting())).rejects.toMatchObject({ retryable: true });
    instead = null;
  });
});
