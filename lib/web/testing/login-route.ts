/** The real login route, called in-process: next-auth asks next/headers for the request that Next would be serving. */
import { AsyncLocalStorage } from "node:async_hooks";
import { createRequire } from "node:module";
import { NextRequest } from "next/server.js";

const require = createRequire(import.meta.url);
const serving = new AsyncLocalStorage<NextRequest>();

function current(): NextRequest {
  const request = serving.getStore();
  if (!request) throw new Error("no request is being served");
  return request;
}

const path = require.resolve("next/headers");
require.cache[path] = Object.assign(Object.create(null), {
  id: path,
  filename: path,
  loaded: true,
  exports: { headers: async () => current().headers, cookies: async () => current().cookies },
});

const { GET, POST } = await import("../../../app/api/auth/[...nextauth]/route.ts");

/** A browser's cookie jar in front of the login route. */
export class Browser {
  readonly jar = new Map<string, string>();
  readonly #origin: string;
  readonly #address: string;

  constructor(origin: string, address: string) {
    this.#origin = origin;
    this.#address = address;
  }

  /** The Cookie header. */
  get cookie(): string {
    return [...this.jar].map(([name, value]) => `${name}=${value}`).join("; ");
  }

  get(action: string): Promise<Response> {
    return this.#send(action, { method: "GET" });
  }

  post(action: string, form: Record<string, string>, headers: Record<string, string> = {}): Promise<Response> {
    return this.#send(action, { method: "POST", body: new URLSearchParams(form), headers });
  }

  async csrfToken(): Promise<string> {
    const { csrfToken } = (await (await this.get("csrf")).json()) as { csrfToken: string };
    return csrfToken;
  }

  async logIn(email: string, password: string): Promise<Response> {
    return this.post("callback/credentials", { email, password, csrfToken: await this.csrfToken(), json: "true" });
  }

  async #send(action: string, { headers, ...init }: { method: string; body?: URLSearchParams; headers?: object }) {
    const request = new NextRequest(`http://127.0.0.1:1/api/auth/${action}`, {
      ...init,
      headers: {
        ...(init.body ? { "content-type": "application/x-www-form-urlencoded" } : {}),
        host: new URL(this.#origin).host,
        "x-forwarded-host": new URL(this.#origin).host,
        "x-forwarded-proto": new URL(this.#origin).protocol.replace(":", ""),
        "x-forwarded-for": this.#address,
        cookie: this.cookie,
        ...headers,
      },
    });
    const params = Promise.resolve({ nextauth: action.split("/") });
    const handle = init.method === "GET" ? GET : POST;
    const response = (await serving.run(request, () => handle(request, { params }))) as Response;
    for (const line of response.headers.getSetCookie()) {
      const [pair = ""] = line.split(";");
      const at = pair.indexOf("=");
      const [name, value] = [pair.slice(0, at), decodeURIComponent(pair.slice(at + 1))];
      if (value === "") this.jar.delete(name);
      else this.jar.set(name, value);
    }
    return response;
  }
}
