/** An S3-compatible storage on this machine, addressed by path, for tests: PUT, GET, HEAD and DELETE of objects. */
import { createHash } from "node:crypto";
import { answerControl } from "../common/control.ts";
import { Faults, type FaultTable, isCommonFault, playFault } from "../common/faults.ts";
import { now, RequestLog, type SimRequest, send, startServer } from "../common/http.ts";
import { S3Error } from "./errors.ts";
import { requireSigned, type S3Account } from "./signature.ts";

export interface S3Options {
  account: S3Account;
  /** The buckets that there are. */
  buckets: string[];
  port?: number;
  faults?: FaultTable;
  /** What S3 takes for now. */
  clock?: () => number;
}

export interface S3Simulator {
  /** http://127.0.0.1:PORT, the endpoint. */
  url: string;
  faults: Faults;
  requests: RequestLog;
  close(): Promise<void>;
}

interface StoredObject {
  bytes: Buffer;
  contentType: string;
}
type Buckets = ReadonlyMap<string, Map<string, StoredObject>>;

export async function startS3({
  account,
  buckets: names,
  port,
  faults: table,
  clock,
}: S3Options): Promise<S3Simulator> {
  const buckets: Buckets = new Map(names.map((name) => [name, new Map()]));
  const faults = new Faults(table);
  const requests = new RequestLog();
  const handle = (request: SimRequest) => {
    if (answerControl(request, { requests, faults })) return;
    const { method, path, res, at } = request;
    res.once("close", () => {
      requests.record({ at, step: "files", tookMs: now() - at, status: res.statusCode, detail: { method, path } });
    });
    const fault = faults.take("files");
    if (fault && isCommonFault(fault)) {
      playFault(fault, res, (status) => refuse(request, new S3Error(Number(status), FAULT_CODES[status])));
      return;
    }
    try {
      if (fault) throw new S3Error(503, "SlowDown");
      requireSigned(account, request, clock?.() ?? Date.now());
      answer(request, buckets);
    } catch (error) {
      if (!(error instanceof S3Error)) throw error;
      refuse(request, error);
    }
  };
  const server = await startServer({ port, handle });
  return { url: server.url, faults, requests, close: server.close };
}

const FAULT_CODES = { "429": "TooManyRequests", "500": "InternalError" } as const;

function answer(request: SimRequest, buckets: Buckets): void {
  const { method, res, body, headers } = request;
  const [, bucketName = "", ...rest] = request.path.split("/").map(decodeURIComponent);
  const bucket = buckets.get(bucketName);
  if (!bucket) throw new S3Error(404, "NoSuchBucket");
  const key = rest.join("/");
  if (key === "") throw new S3Error(501, "NotImplemented");
  const known = bucket.get(key);
  switch (method) {
    case "PUT":
      bucket.set(key, { bytes: Buffer.from(body), contentType: headers["content-type"] ?? "binary/octet-stream" });
      res.writeHead(200, { etag: etagOf(body) }).end();
      break;
    case "GET":
    case "HEAD":
      if (!known) throw new S3Error(404, "NoSuchKey");
      // Node sends no body to a HEAD, and its length all the same.
      send(res, 200, known.contentType, known.bytes, { etag: etagOf(known.bytes) });
      break;
    case "DELETE":
      bucket.delete(key);
      res.writeHead(204).end();
      break;
    default:
      throw new S3Error(405, "MethodNotAllowed");
  }
}

function etagOf(bytes: Buffer): string {
  return `"${createHash("md5").update(bytes).digest("hex")}"`;
}

function refuse({ res, path }: SimRequest, error: S3Error): void {
  send(res, error.status, "application/xml", error.toXml(path));
}
