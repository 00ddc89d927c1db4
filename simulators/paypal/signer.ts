/** How notices are signed: https://developer.paypal.com/api/rest/webhooks/rest/#link-verifyuserandsignature */
import { createHash, generateKeyPair, type KeyObject, randomBytes, sign } from "node:crypto";
import { promisify } from "node:util";
import { crc32 } from "node:zlib";
import { basicConstraints, hosts, issueCertificate, keyIdentifiers, keyUsage } from "../common/certificate.ts";
import { authorityOf } from "./authority.ts";

const HOST = "messageverificationcerts.paypal.com";
const DAY_MS = 24 * 3600 * 1000;

interface Transmission {
  id: string;
  time: string;
  webhookId: string;
}

/** The key that signs, made anew with each start, and the certificates that prove it. */
export class Signer {
  /** Where the chain is to be had; another key has another path. */
  readonly path: string;
  /** PEM: the certificate of the key, and the authority's. */
  readonly chain: string;
  readonly #key: KeyObject;

  private constructor(key: KeyObject, certificate: string, authority: string) {
    this.#key = key;
    this.chain = certificate + authority;
    const print = createHash("sha256").update(certificate).digest("hex");
    this.path = `/v1/notifications/certs/CERT-${[0, 8, 16].map((at) => print.slice(at, at + 8)).join("-")}`;
  }

  static async make(rootKey: Uint8Array): Promise<Signer> {
    const authority = authorityOf(rootKey);
    const { privateKey } = await promisify(generateKeyPair)("rsa", { modulusLength: 2048 });
    const certificate = issueCertificate({
      subject: HOST,
      issuer: authority.name,
      signedBy: authority.key,
      key: privateKey,
      serial: randomBytes(7),
      validity: { from: new Date(Date.now() - DAY_MS), to: new Date(Date.now() + 365 * DAY_MS) },
      extensions: [
        basicConstraints(false),
        keyUsage("messages"),
        hosts(HOST),
        ...keyIdentifiers(privateKey, authority.key),
      ],
    });
    return new Signer(privateKey, certificate, authority.certificate);
  }

  /** The signature of a notice, in base64. `body`: as it is sent, byte for byte. */
  sign({ id, time, webhookId }: Transmission, body: Uint8Array): string {
    return sign("sha256", Buffer.from(`${id}|${time}|${webhookId}|${crc32(body)}`), this.#key).toString("base64");
  }
}
