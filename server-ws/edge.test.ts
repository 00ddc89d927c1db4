import { request as httpRequest } from "node:http";
import { connect } from "node:net";
import { Registry } from "prom-client";
import { describe, expect, test } from "vitest";
import { loggedPath } from "./edge/exchange.ts";
import type { UpgradeHandler } from "./edge/upgrades.ts";
import type { EdgeOptions } from "./edge.ts";
import { edgeBench, signedForm } from "./testing/edge.ts";
import { freePort } from "./testing/free-port.ts";

const { fakeNext, edgeTo, closing } = edgeBench();

describe("what passes through the edge", () => {
  test("Next sees the public name, the true address and one request id; the client sees the same id", async () => {
    const next = await fakeNext((_, response) => {
      response.setHeader("X-Powered-By", "Next.js");
      response.setHeader("Set-Cookie", ["a=1", "b=2"]);
      response.end("hello");
    });
    const edge = await edgeTo(next.port, { publicUrl: new URL("http://localhost:3000") });
    const answer = await fetch(`${edge.origin}/page?x=1`, {
      headers: {
        "X-Request-Id": "well-formed-id",
        "X-Forwarded-For": "6.6.6.6",
        "X-Forwarded-Host": "evil.example",
        "X-Middleware-Subrequest": "middleware",
      },
    });
    expect(await answer.text()).toBe("hello");
    expect(answer.headers.get("x-request-id")).toBe("well-formed-id");
    expect(answer.headers.get("x-powered-by")).toBeNull();
    expect(answer.headers.getSetCookie()).toEqual(["a=1", "b=2"]);
    expect(next.seen[0]).toMatchObject({
      url: "/page?x=1",
      headers: {
        host: "localhost:3000",
        "x-forwarded-for": "127.0.0.1",
        "x-forwarded-host": "localhost:3000",
        "x-forwarded-proto": "http",
        "x-request-id": "well-formed-id",
      },
    });
    expect(next.seen[0]?.headers).not.toHaveProperty("x-middleware-subrequest");
  });

  test("behind a load balancer only the last hop of X-Forwarded-For counts", async () => {
    const next = await fakeNext((_, response) => void response.end());
    const edge = await edgeTo(next.port);
    await fetch(edge.origin, { headers: { "X-Forwarded-For": "6.6.6.6, 203.0.113.9" } });
    expect(next.seen[0]?.headers["x-forwarded-for"]).toBe("203.0.113.9");
  });

  test("a malformed request id is replaced", async () => {
    const next = await fakeNext((_, response) => void response.end());
    const edge = await edgeTo(next.port);
    const answer = await fetch(edge.origin, { headers: { "X-Request-Id": "x y" } });
    expect(answer.headers.get("x-request-id")).toMatch(/^[0-9a-f-]{36}$/);
    expect(next.seen[0]?.headers["x-request-id"]).toBe(answer.headers.get("x-request-id"));
  });

  test("an answer that is still being written arrives in pieces", async () => {
    const writes: ((text: string) => void)[] = [];
    const next = await fakeNext((_, response) => {
      response.write("first");
      writes.push((text) => response.end(text));
    });
    const edge = await edgeTo(next.port);
    const reader = (await fetch(edge.origin)).body?.getReader();
    expect(Buffer.from((await reader?.read())?.value ?? []).toString()).toBe("first");
    writes[0]?.("second");
    expect(Buffer.from((await reader?.read())?.value ?? []).toString()).toBe("second");
  });

  test("a body passes whole, with and without a length", async () => {
    const next = await fakeNext((_, response) => void response.end());
    const edge = await edgeTo(next.port);
    const large = "x".repeat(3_000_000);
    await fetch(`${edge.origin}/api/a`, { method: "POST", body: large });
    await fetch(`${edge.origin}/api/b`, {
      method: "DELETE",
      body: new Blob([large]).stream(),
      duplex: "half",
    } as RequestInit);
    expect(next.seen.map((seen) => seen.body.length)).toEqual([3_000_000, 3_000_000]);
  });

  test("a connection to Next that is used again and again gathers nothing", async () => {
    const warnings: Error[] = [];
    const note = (warning: Error) => warnings.push(warning);
    process.on("warning", note);
    closing.push(async () => void process.off("warning", note));
    const connections = new Set<unknown>();
    const next = await fakeNext((request, response) => {
      connections.add(request.socket);
      response.end();
    });
    const edge = await edgeTo(next.port);
    for (let time = 0; time < 12; time++) {
      const answer = await fetch(`${edge.origin}/webhook/call_status`, signedForm("/webhook/call_status", {}));
      await answer.arrayBuffer();
    }
    // A warning is told in the tick after its cause.
    await new Promise((resolve) => setImmediate(resolve));
    expect(connections.size).toBe(1);
    expect(warnings.map(({ message }) => message)).toEqual([]);
  });

  test("HEAD, 204 and 304 come through", async () => {
    const next = await fakeNext((request, response) => {
      response.statusCode = Number(request.url?.slice(1));
      response.end();
    });
    const edge = await edgeTo(next.port);
    expect((await fetch(`${edge.origin}/200`, { method: "HEAD" })).status).toBe(200);
    expect((await fetch(`${edge.origin}/204`)).status).toBe(204);
    expect((await fetch(`${edge.origin}/304`)).status).toBe(304);
  });
});

describe("limits", () => {
  test("an API body over 10 MB is refused in the API's words, announced or not", async () => {
    const next = await fakeNext((_, response) => void response.end());
    const edge = await edgeTo(next.port);
    const announced = await rawPost(edge.port, "/api/crm/tasks", { "Content-Length": 11_000_000 }, "x");
    const streamed = await rawPost(edge.port, "/api/crm/tasks", {}, "x".repeat(11_000_000));
    for (const answer of [announced, streamed]) {
      expect(answer.status).toBe(413);
      expect(JSON.parse(answer.body)).toMatchObject({ error: { code: "too_large", message: "הבקשה גדולה מדי" } });
    }
  });

  test("a 1 MB form to a webhook is refused and Next never hears of it", async () => {
    const next = await fakeNext((_, response) => void response.end());
    const edge = await edgeTo(next.port);
    const answer = await rawPost(edge.port, "/webhook/incoming_call", {}, "x".repeat(1_000_000));
    expect(answer).toMatchObject({ status: 413, body: "Payload Too Large\n" });
    expect(next.seen).toEqual([]);
  });

  test("a target that is no path is refused", async () => {
    const next = await fakeNext((_, response) => void response.end());
    const edge = await edgeTo(next.port);
    const line = await firstLine(
      edge.port,
      "GET http://evil.example/ HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
    );
    expect(line).toBe("HTTP/1.1 400 Bad Request");
    expect(next.seen).toEqual([]);
  });

  test.each([
    "/calls/%",
    "/orders/%ff",
    "/media/%",
    "/inbox/%00",
    "/calls?q=%00",
    "/api/crm/calls?q=%00",
    "/api/auth/%",
    "/api/whatsapp/conversation/%E0%A4%A",
    "/static/voice/%",
    "/webhook/%",
  ])("%s, whose percents stand for nothing, is refused as its kind is, and Next never hears of it", async (path) => {
    const next = await fakeNext((_, response) => void response.end());
    const edge = await edgeTo(next.port);
    const answer = await rawPost(edge.port, path, {}, "");
    expect(answer.status).toBe(400);
    if (path.startsWith("/api/"))
      expect(JSON.parse(answer.body)).toMatchObject({
        error: { code: "invalid", message: "הכתובת שנשלחה אינה תקינה" },
      });
    else expect(answer.body).toMatch(/^\/(?:static|webhook)/.test(path) ? /^Bad Request\n$/ : /<h1>.*הכתובת שנשלחה/s);
    expect(next.seen).toEqual([]);
  });

  test("a path in Hebrew, and a percent in a query, pass as they are", async () => {
    const next = await fakeNext((_, response) => void response.end());
    const edge = await edgeTo(next.port);
    const path = `/calls/${encodeURIComponent("שלום")}?q=%`;
    expect((await rawPost(edge.port, path, {}, "")).status).toBe(200);
    expect(next.seen).toMatchObject([{ url: path }]);
  });

  test("a method that nobody needs is refused, and an offer of HTTP/2 is passed over", async () => {
    const next = await fakeNext((_, response) => void response.end());
    const edge = await edgeTo(next.port);
    const host = "Host: a\r\nConnection: close\r\n\r\n";
    expect(await firstLine(edge.port, `TRACE /login HTTP/1.1\r\n${host}`)).toBe("HTTP/1.1 405 Method Not Allowed");
    const offer =
      "Host: a\r\nConnection: Upgrade, HTTP2-Settings, close\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABk\r\n\r\n";
    expect(await firstLine(edge.port, `GET /login HTTP/1.1\r\n${offer}`)).toBe("HTTP/1.1 200 OK");
    expect(next.seen.map(({ url }) => url)).toEqual(["/login"]);
  });

  test("a socket that stays open does not keep the edge from closing", async () => {
    const upgrade: UpgradeHandler = (_, socket) => socket.write("HTTP/1.1 101 Switching Protocols\r\n\r\n");
    const edge = await edgeTo(await freePort(), { upgrades: new Map([["/ws/test", upgrade]]) });
    const socket = connect(edge.port, "127.0.0.1");
    const gone = new Promise((resolve) => socket.once("close", resolve));
    socket.write("GET /ws/test HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n");
    await new Promise((resolve) => socket.once("data", resolve));
    await edge.close(10);
    await gone;
  });

  test("an upgrade to nowhere is refused", async () => {
    const edge = await edgeTo(await freePort());
    const upgrade = "Host: a\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n";
    expect(await firstLine(edge.port, `GET /_next/hmr HTTP/1.1\r\n${upgrade}`)).toBe("HTTP/1.1 404 Not Found");
  });
});

describe("when Next cannot answer", () => {
  test("a page becomes a Hebrew page, the API its JSON", async () => {
    const edge = await edgeTo(await freePort());
    const page = await fetch(`${edge.origin}/calls`, { method: "POST", body: "a=1" });
    expect(page.status).toBe(503);
    expect(page.headers.get("retry-after")).toBe("3");
    const html = await page.text();
    expect(html).toContain('<html lang="he" dir="rtl">');
    expect(html).toContain("חוזרים בעוד רגע");
    expect(html).toContain(page.headers.get("x-request-id"));
    const api = await fetch(`${edge.origin}/api/crm/calls`, { method: "POST", body: "{}" });
    expect(api.status).toBe(503);
    expect(await api.json()).toMatchObject({
      error: { code: "unavailable", request_id: api.headers.get("x-request-id") },
    });
  });

  test("a page waits for a Next that is just coming back", async () => {
    const port = await freePort();
    const edge = await edgeTo(port);
    const asked = fetch(edge.origin);
    await fakeNext((_, response) => void response.end("back"), port);
    expect(await (await asked).text()).toBe("back");
  });

  test("a connection that Next cuts becomes 502, and a write is not repeated", async () => {
    const next = await fakeNext((request) => void request.socket.destroy());
    const edge = await edgeTo(next.port);
    const answer = await fetch(`${edge.origin}/calls`, { method: "POST", body: "a=1" });
    expect(answer.status).toBe(502);
    expect(next.seen.length).toBe(1);
  });
});

describe("the edge's own routes", () => {
  test("answer without Next", async () => {
    const edge = await edgeTo(await freePort());
    const health = await fetch(`${edge.origin}/healthz`);
    expect([health.headers.get("content-type"), await health.text()]).toEqual(["text/plain; charset=utf-8", "ok"]);
    expect(await (await fetch(`${edge.origin}/readyz`)).json()).toEqual({ status: "ok", db: "ok" });
    expect(await (await fetch(`${edge.origin}/version`)).json()).toEqual({
      name: "moked",
      version: "1",
      commit: "abc",
      build_time: "now",
    });
  });

  test("not ready is 503", async () => {
    const own: EdgeOptions["own"] = {
      readiness: async () => ({ status: "down" }),
      version: { name: "moked", version: "1", commit: "abc", build_time: "now" },
      metrics: new Registry(),
      metricsToken: undefined,
    };
    const edge = await edgeTo(await freePort(), { own });
    expect((await fetch(`${edge.origin}/readyz`)).status).toBe(503);
  });

  test("metrics are for this machine and for whoever has the token", async () => {
    const edge = await edgeTo(await freePort());
    const ask = async (headers: Record<string, string>) => (await fetch(`${edge.origin}/metrics`, { headers })).status;
    expect(await ask({})).toBe(200);
    expect(await ask({ "X-Forwarded-For": "203.0.113.9" })).toBe(404);
    expect(await ask({ "X-Forwarded-For": "203.0.113.9", Authorization: "Bearer m3trics" })).toBe(200);
    expect(await ask({ Authorization: "Bearer wrong" })).toBe(404);
  });
});

/** Plain http: fetch would hide an answer that comes before the body was read. */
function rawPost(
  port: number,
  target: string,
  headers: Record<string, string | number>,
  body: string,
): Promise<{ status: number; body: string }> {
  return new Promise((resolve, reject) => {
    const request = httpRequest({ host: "127.0.0.1", port, path: target, method: "POST", headers }, (answer) => {
      let text = "";
      answer.setEncoding("utf8").on("data", (chunk: string) => {
        text += chunk;
      });
      answer.once("end", () => resolve({ status: answer.statusCode ?? 0, body: text }));
    });
    request.on("error", (error: NodeJS.ErrnoException) => {
      // The edge stops reading a refused body; the answer is there all the same.
      if (error.code !== "EPIPE" && error.code !== "ECONNRESET") reject(error);
    });
    if (headers["Content-Length"]) request.write(body);
    else request.end(body);
  });
}

function firstLine(port: number, bytes: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, "127.0.0.1", () => socket.write(bytes));
    let text = "";
    socket.setEncoding("utf8").on("data", (chunk: string) => {
      text += chunk;
    });
    socket.once("close", () => resolve(text.split("\r\n", 1)[0] ?? ""));
    socket.once("error", reject);
  });
}

test.each([
  ["/pay/0123456789abcdef0123456789abcdef/back", "/pay/…/back"],
  ["/api/pay/0123456789abcdef0123456789abcdef", "/api/pay/…"],
  ["/media/secret-name", "/media/…"],
  ["/static/voice/secret.mp3", "/static/voice/…"],
  ["/orders/01a22c97-f691-743d-a81b-4f46828136e3", "/orders/01a22c97-f691-743d-a81b-4f46828136e3"],
])("of %s the log has %s: a name that opens something is nobody's else", (path, logged) => {
  expect(loggedPath(path)).toBe(logged);
});
