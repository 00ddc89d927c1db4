import { createPublicKey, createSign, createVerify, generateKeyPairSync, randomBytes } from "node:crypto";
import { z } from "zod";

export interface GeneratedServiceAccount {
  /** The key file, as Google gives it out: what GOOGLE_TTS_SA_JSON holds. */
  json: string;
  publicKey: string;
}

const SCOPE = "https://www.googleapis.com/auth/cloud-platform";
const AUDIENCE = "https://texttospeech.googleapis.com/";

/** A service account of this machine's own: the simulator knows its public key, nobody else does. */
export function generateServiceAccount(baseUrl: string): GeneratedServiceAccount {
  const { publicKey, privateKey } = generateKeyPairSync("rsa", {
    modulusLength: 2048,
    publicKeyEncoding: { type: "spki", format: "pem" },
    privateKeyEncoding: { type: "pkcs8", format: "pem" },
  });
  const email = "moked@simulation.iam.gserviceaccount.com";
  const account = {
    type: "service_account",
    project_id: "simulation",
    private_key_id: randomBytes(20).toString("hex"),
    private_key: privateKey,
    client_email: email,
    client_id: "100000000000000000001",
    token_uri: `${baseUrl.replace(/\/$/, "")}/token`,
    universe_domain: "googleapis.com",
  };
  return { json: JSON.stringify(account), publicKey };
}

const claimsOf = z.object({
  iss: z.string(),
  scope: z.string().optional(),
  aud: z.string().optional(),
  iat: z.number(),
  exp: z.number(),
});

export interface Account {
  email: string;
  publicKey: string;
}

/** The account of a key file: its address, and the public half of its key. Throws when it is no key file. */
export function readAccount(json: string): Account {
  const { client_email: email, private_key: key } = z
    .object({ client_email: z.string(), private_key: z.string() })
    .parse(JSON.parse(json));
  return { email, publicKey: createPublicKey(key).export({ type: "spki", format: "pem" }).toString() };
}

/**
 * Whether a JWT is signed by the account, is of now, and is meant for speech (by scope or by audience), or for the
 * token endpoint when that is its `audience`. Google accepts both kinds, each for an hour at most.
 */
export function isSignedBy(account: Account, jwt: string, nowMs: number, audience = AUDIENCE): boolean {
  const [header = "", payload = "", signature = ""] = jwt.split(".");
  const claims = claimsOf.safeParse(decode(payload));
  const algorithm = z.object({ alg: z.literal("RS256") }).safeParse(decode(header));
  if (!claims.success || !algorithm.success) return false;
  const { iss, scope, aud, iat, exp } = claims.data;
  const seconds = nowMs / 1000;
  if (iss !== account.email || exp <= seconds || iat > seconds + 300 || exp - iat > 3600) return false;
  if (aud === undefined ? !scope?.split(" ").includes(SCOPE) : aud !== audience) return false;
  return createVerify("RSA-SHA256").update(`${header}.${payload}`).verify(account.publicKey, signature, "base64url");
}

/** Signs a JWT as a client library would; for tests and for clients without a library. */
export function signJwt(json: string, claims: Record<string, unknown>): string {
  const { private_key: key } = z.object({ private_key: z.string() }).parse(JSON.parse(json));
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString("base64url");
  const signed = `${part({ alg: "RS256", typ: "JWT" })}.${part(claims)}`;
  return `${signed}.${createSign("RSA-SHA256").update(signed).sign(key, "base64url")}`;
}

function decode(part: string): unknown {
  try {
    return JSON.parse(Buffer.from(part, "base64url").toString("utf8"));
  } catch {
    return undefined; // no JSON is no token
  }
}
