/** FILES_URL in our own words: where pictures, voice notes and documents are kept. */
import { fileURLToPath } from "node:url";
import { isLoopback } from "./mode.ts";

export interface Bucket {
  kind: "s3";
  bucket: string;
  /** In front of every key; empty, or without a slash at either end. */
  prefix: string;
  region: string;
  /** Without a slash at the end. */
  endpoint: string;
}

export type FilesPlace = { kind: "disk"; folder: string } | Bucket;

const EXAMPLES = "file:///var/moked/files or s3://bucket/prefix?region=eu-central-1&endpoint=https://s3.example.com";
const SEGMENT = /^[\w-][\w.-]*$/;

/** Understands `file:///folder` and `s3://bucket/prefix?region=…&endpoint=…`, or says what is wrong with it. */
export function parseFilesUrl(text: string): { ok: true; place: FilesPlace } | { ok: false; reason: string } {
  const url = URL.parse(text);
  const reason = url === null ? "is no address" : whatIsWrong(url);
  if (url === null || reason !== null) return { ok: false, reason: `${reason}; such as ${EXAMPLES}` };
  if (url.protocol === "file:") return { ok: true, place: { kind: "disk", folder: fileURLToPath(url) } };
  const region = url.searchParams.get("region") ?? "";
  const endpoint = url.searchParams.get("endpoint") ?? `https://s3.${region}.amazonaws.com`;
  const place = { bucket: url.hostname, prefix: trimmed(url.pathname), region, endpoint: endpoint.replace(/\/$/, "") };
  return { ok: true, place: { kind: "s3", ...place } };
}

function whatIsWrong(url: URL): string | null {
  // A password may be in it: nothing of the address is repeated here.
  if (url.username !== "" || url.password !== "")
    return "must not carry keys: they belong into AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY";
  if (url.protocol === "file:") return url.host === "" ? null : "must name a folder of this machine";
  if (url.protocol !== "s3:") return "must begin with file:// or s3://";
  if (!/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(url.hostname)) return "must name a bucket after s3://";
  const unknown = [...url.searchParams.keys()].find((name) => name !== "region" && name !== "endpoint");
  if (unknown !== undefined) return `knows region and endpoint only, not "${unknown}"`;
  if (!/^[a-z0-9-]{2,40}$/.test(url.searchParams.get("region") ?? ""))
    return "must say ?region=… (whatever your provider calls it; auto at Cloudflare, us-east-1 at MinIO)";
  const prefix = trimmed(url.pathname);
  if (prefix !== "" && !prefix.split("/").every((segment) => SEGMENT.test(segment)))
    return "may have letters, digits, _, - and . in its prefix";
  return wrongEndpoint(url.searchParams.get("endpoint"));
}

function wrongEndpoint(text: string | null): string | null {
  if (text === null) return null;
  const endpoint = URL.parse(text);
  const isSafe = endpoint?.protocol === "https:" || (endpoint?.protocol === "http:" && isLoopback(endpoint.hostname));
  if (endpoint === null || !isSafe) return "must have an endpoint that begins with https://";
  if (endpoint.username !== "" || endpoint.pathname !== "/" || endpoint.search !== "")
    return "must have an endpoint without a path: the bucket stands after s3://";
  return null;
}

function trimmed(path: string): string {
  return path.replace(/^\/+|\/+$/g, "");
}
