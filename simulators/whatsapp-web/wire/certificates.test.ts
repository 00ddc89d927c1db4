import { beforeAll, describe, expect, it } from "vitest";
import { type Baileys, loadBaileys } from "./baileys.ts";
import { certificateChain } from "./certificates.ts";
import { generateKeys } from "./keys.ts";
import { isSignedBy } from "./signatures.ts";

let wa: Baileys;
beforeAll(async () => {
  wa = await loadBaileys();
});

describe("the server's certificates", () => {
  it("lead from the root to the server's key", () => {
    const [root, server] = [generateKeys(), generateKeys()];
    const { CertChain } = wa.proto;
    const { intermediate, leaf } = CertChain.decode(certificateChain(wa, root, server));
    const detailsOf = (details: Uint8Array | null | undefined) =>
      CertChain.NoiseCertificate.Details.decode(details ?? new Uint8Array());
    const none = new Uint8Array();
    expect(isSignedBy(root.publicKey, intermediate?.details ?? none, intermediate?.signature ?? none)).toBe(true);
    expect(detailsOf(intermediate?.details).issuerSerial).toBe(wa.WA_CERT_DETAILS.SERIAL);
    const intermediateKey = detailsOf(intermediate?.details).key ?? none;
    expect(isSignedBy(intermediateKey, leaf?.details ?? none, leaf?.signature ?? none)).toBe(true);
    expect(Buffer.from(detailsOf(leaf?.details).key ?? none)).toEqual(server.publicKey);
  });
});

describe("a signature", () => {
  it("holds for its own key and message only", () => {
    for (let round = 0; round < 20; round += 1) {
      const keys = generateKeys();
      const message = Buffer.from(`message ${round}`);
      const signature = wa.Curve.sign(keys.privateKey, message);
      expect(isSignedBy(keys.publicKey, message, signature)).toBe(true);
      expect(isSignedBy(generateKeys().publicKey, message, signature)).toBe(false);
      expect(isSignedBy(keys.publicKey, Buffer.from("another"), signature)).toBe(false);
    }
  });
});
