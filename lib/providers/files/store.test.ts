import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type S3Simulator, startS3 } from "#simulators/s3/index.ts";
import { parseEnv } from "../../config/env.ts";
import { ProviderFailed } from "../../errors.ts";
import { createFileStore } from "./index.ts";
import type { FileStore } from "./types.ts";

const account = { accessKeyId: "AKIDEXAMPLE", secretAccessKey: "a secret of the storage", region: "eu-central-1" };
const keys = { AWS_ACCESS_KEY_ID: account.accessKeyId, AWS_SECRET_ACCESS_KEY: account.secretAccessKey };
const folder = mkdtempSync(join(tmpdir(), "moked-files-"));
let s3: S3Simulator;
beforeAll(async () => {
  s3 = await startS3({ account, buckets: ["moked-files"] });
});
afterAll(async () => {
  await s3.close();
  rmSync(folder, { recursive: true });
});

const bucketUrl = (bucket = "moked-files") => `s3://${bucket}/pictures/2026?region=eu-central-1&endpoint=${s3.url}`;
const bucketStore = (changes: Record<string, string> = {}) =>
  createFileStore(parseEnv({ FILES_URL: bucketUrl(), ...keys, ...changes }));
const stores: [string, () => FileStore][] = [
  ["a folder", () => createFileStore(parseEnv({ FILES_URL: pathToFileURL(folder).href }))],
  ["a bucket", bucketStore],
];

describe.each(stores)("files in %s", (_where, open) => {
  const bytes = Uint8Array.from({ length: 70_000 }, (_, index) => index % 251);

  it("come back as they were kept", async () => {
    await open().put("business/file-1", bytes, "image/png");
    expect(Buffer.from((await open().get("business/file-1")) ?? []).equals(bytes)).toBe(true);
    await open().put("business/empty", new Uint8Array(), "text/plain");
    expect((await open().get("business/empty"))?.length).toBe(0);
  });

  it("are overwritten by the same name", async () => {
    await open().put("business/file-2", bytes, "image/png");
    await open().put("business/file-2", bytes.subarray(0, 3), "image/png");
    expect([...((await open().get("business/file-2")) ?? [])]).toEqual([0, 1, 2]);
  });

  it("are gone when they are deleted, also twice", async () => {
    await open().put("business/file-3", bytes, "image/png");
    await open().delete("business/file-3");
    expect(await open().get("business/file-3")).toBeNull();
    await open().delete("business/file-3");
    await open().delete("nobody/nothing");
  });

  it.each(["../secret", "business/../../secret", "/etc/passwd", "business//x", "", "business/.", "a?b", "a%2e%2e/b"])(
    "are not found under the name %j, which is none",
    async (key) => {
      await expect(open().get(key)).rejects.toThrow(ProviderFailed);
      await expect(open().put(key, bytes, "image/png")).rejects.toThrow(ProviderFailed);
    },
  );
});

describe("a bucket", () => {
  it("keeps them under its prefix, with their type", async () => {
    const lastRequest = () => s3.requests.after(0).at(-1);
    await bucketStore().put("business/file-4", new Uint8Array(3), "image/png");
    await expect.poll(lastRequest).toMatchObject({
      status: 200,
      detail: { method: "PUT", path: "/moked-files/pictures/2026/business/file-4" },
    });
  });

  it("that is busy for a moment is asked again; the file is kept", async () => {
    s3.faults.set({ files: { kind: "503", times: 2 } });
    await bucketStore().put("business/file-5", new Uint8Array([5]), "image/png");
    expect(await bucketStore().get("business/file-5")).toEqual(new Uint8Array([5]));
  });

  it("that stays away is a failure that may pass", async () => {
    s3.faults.set({ files: { kind: "503", times: 3 } });
    await expect(bucketStore().get("business/file-5")).rejects.toMatchObject({ provider: "files", retryable: true });
    s3.faults.set({ files: { kind: "cut", times: 1 } });
    await expect(bucketStore().get("business/file-5")).rejects.toMatchObject({ provider: "files", retryable: true });
  });

  it.each([
    ["with a wrong secret", () => bucketStore({ AWS_SECRET_ACCESS_KEY: "another" }), "SignatureDoesNotMatch"],
    ["with a wrong key", () => bucketStore({ AWS_ACCESS_KEY_ID: "AKIDOTHER" }), "InvalidAccessKeyId"],
    ["that is not there", () => bucketStore({ FILES_URL: bucketUrl("no-such-bucket") }), "NoSuchBucket"],
  ])("%s is a failure that stays, and no missing file", async (_what, open, code) => {
    const failed = open().get("business/file-1");
    await expect(failed).rejects.toMatchObject({ provider: "files", retryable: false });
    await expect(failed).rejects.toThrow(code);
    await expect(failed).rejects.not.toThrow(account.secretAccessKey);
  });
});
