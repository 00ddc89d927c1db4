import { createHash } from "node:crypto";
import { AwsClient } from "aws4fetch";
import type { Bucket } from "../../../config/files-place.ts";
import { ProviderFailed } from "../../../errors.ts";
import { requireGoodKey } from "../key.ts";
import type { FileStore } from "../types.ts";

export interface S3Access {
  accessKeyId: string;
  secretAccessKey: string;
  /** For keys that are lent for some hours. */
  sessionToken?: string | undefined;
}

/** With every try of the library: 429 and 5xx are tried again. */
const WITHIN_MS = 30_000;
const TRIES_AFTER_THE_FIRST = 2;

/**
 * Files in a bucket of any S3-compatible storage, addressed by path (`endpoint/bucket/key`), which all of them understand.
 * The signature covers the content, so that what arrives is what was sent.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html
 */
export function s3Store({ bucket, prefix, region, endpoint }: Bucket, access: S3Access): FileStore {
  const { accessKeyId, secretAccessKey, sessionToken } = access;
  const client = new AwsClient({
    ...{ accessKeyId, secretAccessKey, region, service: "s3", retries: TRIES_AFTER_THE_FIRST },
    ...(sessionToken === undefined ? {} : { sessionToken }),
  });
  const folder = prefix === "" ? `${endpoint}/${bucket}` : `${endpoint}/${bucket}/${prefix}`;

  const ask = async (method: "PUT" | "GET" | "DELETE", key: string, content?: Content): Promise<Response> => {
    const bytes = new Uint8Array(content?.bytes ?? []);
    const headers = {
      "X-Amz-Content-Sha256": createHash("sha256").update(bytes).digest("hex"),
      ...(content === undefined ? {} : { "Content-Type": content.type }),
    };
    const body = content === undefined ? {} : { body: bytes };
    const signal = AbortSignal.timeout(WITHIN_MS);
    requireGoodKey(key);
    try {
      return await client.fetch(`${folder}/${key}`, { method, headers, signal, ...body });
    } catch (cause) {
      throw new ProviderFailed("files", true, `${method}: the storage could not be reached`, cause);
    }
  };

  return {
    name: "s3",
    async put(key, bytes, contentType) {
      const answer = await ask("PUT", key, { bytes, type: contentType });
      if (!answer.ok) throw await failureOf("PUT", answer);
      await answer.body?.cancel();
    },
    async get(key) {
      const answer = await ask("GET", key);
      if (answer.ok) return bytesOf(answer);
      const failure = await failureOf("GET", answer);
      if (failure.reason === "NoSuchKey") return null;
      throw failure;
    },
    async delete(key) {
      const answer = await ask("DELETE", key);
      if (answer.ok) return void (await answer.body?.cancel());
      const failure = await failureOf("DELETE", answer);
      if (failure.reason !== "NoSuchKey") throw failure;
    },
  };
}

interface Content {
  bytes: Uint8Array;
  type: string;
}

/** What the storage refused, with its own code; what it says besides may quote the request and is not kept. */
class Refused extends ProviderFailed {
  readonly reason: string;
  constructor(method: string, status: number, reason: string) {
    super("files", status >= 500 || status === 429, `${method}: status ${status} ${reason}`.trimEnd());
    this.reason = reason;
  }
}

async function failureOf(method: string, answer: Response): Promise<Refused> {
  const text = await answer.text().catch(() => "");
  return new Refused(method, answer.status, /<Code>(\w{1,60})<\/Code>/.exec(text)?.[1] ?? "");
}

async function bytesOf(answer: Response): Promise<Uint8Array> {
  try {
    return new Uint8Array(await answer.arrayBuffer());
  } catch (cause) {
    throw new ProviderFailed("files", true, "GET: the connection broke", cause);
  }
}
