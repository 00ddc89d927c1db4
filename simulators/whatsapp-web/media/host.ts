/** The media host: takes encrypted files and gives them out again. It knows no key to any of them. */
import { randomBytes } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import { sendJson } from "../../common/http.ts";
import { type Certificate, mediaCertificate } from "./certificate.ts";
import { sha256 } from "./cipher.ts";

// Old ones go, so that a long bench does not fill the memory.
const CAPACITY = 500;
const MOST_BYTES = 110 * 1024 * 1024;
const UPLOAD = /^\/mms\/(image|video|audio|document)\/([\w-]+={0,2})$/;

export class MediaHost {
  readonly certificate: Certificate;
  /** What clients show when they upload. */
  readonly auth = randomBytes(24).toString("base64url");
  readonly #files = new Map<string, Buffer>();
  readonly #server;

  constructor(rootKey: Uint8Array) {
    this.certificate = mediaCertificate(rootKey);
    const { key, certificate: cert } = this.certificate;
    this.#server = createServer({ key, cert }, (request, response) => {
      this.#handle(request, response).catch(() => response.destroy());
    });
  }

  /** Host and port, as clients are told. */
  get hostname(): string {
    return `127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async listen(port = 0): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      this.#server.once("error", reject);
      this.#server.listen(port, "127.0.0.1", resolve);
    });
  }

  /** Keeps an encrypted file; it can be fetched at the path. */
  keep(kind: string, bytes: Buffer): { directPath: string; url: string } {
    const directPath = `/v/${kind}/${randomBytes(16).toString("hex")}.enc`;
    this.#files.set(directPath, bytes);
    for (const path of this.#files.keys()) {
      if (this.#files.size <= CAPACITY) break;
      this.#files.delete(path);
    }
    return { directPath, url: `https://${this.hostname}${directPath}` };
  }

  get(directPath: string): Buffer | undefined {
    return this.#files.get(directPath);
  }

  close(): Promise<void> {
    return new Promise((resolve) => {
      this.#server.close(() => resolve());
      this.#server.closeAllConnections();
    });
  }

  async #handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(request.url ?? "/", `https://${this.hostname}`);
    if (request.method === "GET") {
      const file = this.#files.get(pathname);
      if (!file) return sendJson(response, 404, { error: "not found" });
      response.writeHead(200, { "content-type": "application/octet-stream", "content-length": file.length });
      response.end(file);
      return;
    }
    const [, kind, token] = UPLOAD.exec(decodeURIComponent(pathname)) ?? [];
    if (request.method !== "POST" || !kind || !token) return sendJson(response, 404, { error: "not found" });
    if (searchParams.get("auth") !== this.auth) return sendJson(response, 401, { error: "unauthorized" });
    const bytes = await bodyOf(request);
    // The client names the file by the hash of what it uploads.
    if (sha256(bytes).toString("base64url") !== token.replace(/=+$/, ""))
      return sendJson(response, 400, { error: "the file is not the one that was announced" });
    const { url, directPath } = this.keep(kind, bytes);
    sendJson(response, 200, { url, direct_path: directPath });
  }
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MOST_BYTES) throw new Error("too large");
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
