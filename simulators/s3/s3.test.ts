import { AwsClient } from "aws4fetch";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { SimRequest } from "../common/http.ts";
import { type S3Simulator, startS3 } from "./index.ts";
import { requireSigned } from "./signature.ts";

const account = {
  accessKeyId: "AKIAIOSFODNN7EXAMPLE",
  secretAccessKey: "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
  region: "us-east-1",
};

describe("a signature, in the examples of Amazon's own documentation", () => {
  const now = Date.UTC(2013, 4, 24);
  const common = { host: "examplebucket.s3.amazonaws.com", "x-amz-date": "20130524T000000Z" };
  const credential = `Credential=${account.accessKeyId}/20130524/us-east-1/s3/aws4_request`;
  const authorization = (signed: string, signature: string) =>
    `AWS4-HMAC-SHA256 ${credential},SignedHeaders=${signed},Signature=${signature}`;
  const get = {
    method: "GET",
    path: "/test.txt",
    query: new URLSearchParams(),
    headers: {
      ...common,
      range: "bytes=0-9",
      "x-amz-content-sha256": "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
      authorization: authorization(
        "host;range;x-amz-content-sha256;x-amz-date",
        "f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41",
      ),
    },
    body: Buffer.alloc(0),
  } as unknown as SimRequest;
  const put = {
    method: "PUT",
    path: "/test%24file.text",
    query: new URLSearchParams(),
    headers: {
      ...common,
      date: "Fri, 24 May 2013 00:00:00 GMT",
      "x-amz-content-sha256": "44ce7dd67c959e0d3524ffac1771dfbba87d2b6b4b4e99e42034a8b803f8b072",
      "x-amz-storage-class": "REDUCED_REDUNDANCY",
      authorization: authorization(
        "date;host;x-amz-content-sha256;x-amz-date;x-amz-storage-class",
        "98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd",
      ),
    },
    body: Buffer.from("Welcome to Amazon S3."),
  } as unknown as SimRequest;

  it("is good", () => {
    expect(() => requireSigned(account, get, now)).not.toThrow();
    expect(() => requireSigned(account, put, now)).not.toThrow();
  });

  it.each([
    ["of another secret", { account: { ...account, secretAccessKey: "x" } }, "SignatureDoesNotMatch"],
    ["of a stranger", { account: { ...account, accessKeyId: "AKIAI44QH8DHBEXAMPLE" } }, "InvalidAccessKeyId"],
    ["for another region", { account: { ...account, region: "eu-central-1" } }, "AuthorizationHeaderMalformed"],
    ["from yesterday", { now: now + 86_400_000 }, "RequestTimeTooSkewed"],
    ["for another object", { request: { ...put, path: "/other.text" } }, "SignatureDoesNotMatch"],
    ["for another content", { request: { ...put, body: Buffer.from("x") } }, "XAmzContentSHA256Mismatch"],
    [
      "that leaves one of Amazon's headers out",
      { request: { ...get, headers: { ...get.headers, "x-amz-acl": "public-read" } } },
      "AccessDenied",
    ],
    ["that is not there", { request: { ...get, headers: common } as unknown as SimRequest }, "AccessDenied"],
  ])("%s is refused", (_what, changed, code) => {
    const { account: who, request, now: when } = { account, request: put, now, ...changed };
    expect(() => requireSigned(who, request, when)).toThrow(code);
  });
});

describe("the simulated storage", () => {
  let s3: S3Simulator;
  beforeAll(async () => {
    s3 = await startS3({ account, buckets: ["moked"] });
  });
  afterAll(() => s3.close());
  const client = new AwsClient({ ...account, service: "s3", retries: 0 });
  const ask = (method: string, path: string, body?: string) =>
    client.fetch(`${s3.url}${path}`, { method, ...(body === undefined ? {} : { body }) });

  it("keeps an object, tells of it, gives it and forgets it", async () => {
    expect((await ask("PUT", "/moked/a/b.txt", "שלום")).status).toBe(200);
    const head = await ask("HEAD", "/moked/a/b.txt");
    expect([head.status, head.headers.get("content-length"), await head.text()]).toEqual([200, "8", ""]);
    expect(await (await ask("GET", "/moked/a/b.txt")).text()).toBe("שלום");
    expect((await ask("DELETE", "/moked/a/b.txt")).status).toBe(204);
    expect((await ask("HEAD", "/moked/a/b.txt")).status).toBe(404);
    expect(await (await ask("GET", "/moked/a/b.txt")).text()).toContain("<Code>NoSuchKey</Code>");
    expect(await (await ask("GET", "/other/b.txt")).text()).toContain("<Code>NoSuchBucket</Code>");
  });

  it("says 503 when it is told to, once", async () => {
    s3.faults.set({ files: { kind: "503", times: 1 } });
    const answer = await ask("GET", "/moked/a");
    expect([answer.status, await answer.text()]).toEqual([503, expect.stringContaining("SlowDown")]);
    expect((await ask("GET", "/moked/a")).status).toBe(404);
  });
});
