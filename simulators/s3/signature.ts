/**
 * Checks the signature of a request to S3, from its documentation alone:
 * https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html
 */
import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import type { SimRequest } from "../common/http.ts";
import { S3Error } from "./errors.ts";

export interface S3Account {
  accessKeyId: string;
  secretAccessKey: string;
  region: string;
}

const AUTHORIZATION =
  /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/([^/]+)\/aws4_request, ?SignedHeaders=([a-z0-9;-]+), ?Signature=([0-9a-f]{64})$/;
const MOST_SKEW_MS = 15 * 60_000;

/** Throws S3Error when the request is not signed by the account, now, over all that matters and this very content. */
export function requireSigned(account: S3Account, request: SimRequest, now: number): void {
  const { headers, body } = request;
  if (!headers.authorization) throw new S3Error(403, "AccessDenied");
  const [, keyId, day, region, service, signedHeaders = "", signature = ""] =
    AUTHORIZATION.exec(headers.authorization) ?? [];
  if (!keyId || service !== "s3" || region !== account.region) throw new S3Error(400, "AuthorizationHeaderMalformed");
  if (keyId !== account.accessKeyId) throw new S3Error(403, "InvalidAccessKeyId");
  const date = String(headers["x-amz-date"] ?? "");
  if (!date.startsWith(`${day}T`) || Math.abs(now - momentOf(date)) > MOST_SKEW_MS)
    throw new S3Error(403, "RequestTimeTooSkewed");
  const signed = signedHeaders.split(";");
  const unsigned = ["host", ...Object.keys(headers).filter((name) => name.startsWith("x-amz-"))].find(
    (name) => !signed.includes(name),
  );
  if (unsigned !== undefined) throw new S3Error(403, "AccessDenied");
  const content = String(headers["x-amz-content-sha256"] ?? "");
  const scope = `${day}/${region}/s3/aws4_request`;
  const wanted = signatureOf(account, scope, date, canonical(request, signed, content));
  if (!timingSafeEqual(Buffer.from(wanted), Buffer.from(signature))) throw new S3Error(403, "SignatureDoesNotMatch");
  if (content !== "UNSIGNED-PAYLOAD" && content !== sha256(body)) throw new S3Error(400, "XAmzContentSHA256Mismatch");
}

/** 20261129T120000Z as epoch milliseconds; not a number for anything else. */
function momentOf(date: string): number {
  return Date.parse(date.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, "$1-$2-$3T$4:$5:$6Z"));
}

function canonical({ method, path, query, headers }: SimRequest, signed: string[], content: string): string {
  const search = [...query]
    .map(([name, value]) => `${encoded(name)}=${encoded(value)}`)
    .sort()
    .join("&");
  const lines = signed
    .map(
      (name) =>
        `${name}:${String(headers[name] ?? "")
          .trim()
          .replace(/\s+/g, " ")}\n`,
    )
    .join("");
  const uri = path
    .split("/")
    .map((part) => encoded(decodeURIComponent(part)))
    .join("/");
  return [method, uri, search, lines, signed.join(";"), content].join("\n");
}

function signatureOf({ secretAccessKey, region }: S3Account, scope: string, date: string, request: string): string {
  const day = hmac(`AWS4${secretAccessKey}`, date.slice(0, 8));
  const key = hmac(hmac(hmac(day, region), "s3"), "aws4_request");
  return hmac(key, ["AWS4-HMAC-SHA256", date, scope, sha256(request)].join("\n")).toString("hex");
}

function encoded(text: string): string {
  return encodeURIComponent(text).replace(/[!'()*]/g, (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`);
}

function hmac(key: string | Buffer, text: string): Buffer {
  return createHmac("sha256", key).update(text).digest();
}

function sha256(content: string | Buffer): string {
  return createHash("sha256").update(content).digest("hex");
}
