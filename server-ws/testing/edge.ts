/** An edge and small servers in Next's place, for tests of the edge; what a test has opened is closed after it. */
import { mkdtemp, rm } from "node:fs/promises";
import type { RequestListener } from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";
import pino from "pino";
import { Counter, Registry } from "prom-client";
import { afterEach, beforeEach } from "vitest";
import { type Edge, type EdgeOptions, startEdge } from "../edge.ts";
import { type FakeNext, startFakeNext } from "./fake-next.ts";

export interface EdgeBench {
  /** Port 0 takes a free one. */
  fakeNext(respond: RequestListener, port?: number): Promise<FakeNext>;
  edgeTo(nextPort: number, changes?: Partial<EdgeOptions>): Promise<Edge & { origin: string }>;
  /** The folder of webhooks that wait for Next. */
  undelivered(): string;
  /** What else is to be undone after the test. */
  closing: (() => Promise<void>)[];
}

const ready = { status: "ok", db: "ok" } as const;

/** To be called once in a test file. */
export function edgeBench(): EdgeBench {
  let folder: string;
  const closing: (() => Promise<void>)[] = [];

  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), "moked-edge-"));
  });
  afterEach(async () => {
    for (const close of closing.splice(0).reverse()) await close();
    await rm(folder, { recursive: true, force: true });
  });

  const undelivered = () => path.join(folder, "undelivered");
  return {
    closing,
    undelivered,
    async fakeNext(respond, port) {
      const next = await startFakeNext(respond, port);
      closing.push(() => next.close());
      return next;
    },
    async edgeTo(nextPort, changes = {}) {
      const edge = await startEdge({ ...usualOptions(nextPort, undelivered()), ...changes });
      closing.push(() => edge.close(0));
      return { ...edge, origin: `http://127.0.0.1:${edge.port}` };
    },
  };
}

/** A form as the edge of these tests takes it for signed. */
export const signedForm = (route: string, form: Record<string, string>) => ({
  method: "POST",
  headers: { "X-Twilio-Signature": `https://moked.example${route}|${form.CallSid ?? ""}` },
  body: new URLSearchParams(form),
});

function usualOptions(nextPort: number, undeliveredFolder: string): EdgeOptions {
  const registry = new Registry();
  new Counter({ name: "calls_total", help: "Calls.", registers: [registry] }).inc();
  return {
    listen: { host: "127.0.0.1", port: 0 },
    next: { host: "127.0.0.1", port: nextPort },
    publicUrl: new URL("https://moked.example"),
    log: pino({ level: "silent" }),
    own: {
      readiness: async () => ready,
      version: { name: "moked", version: "1", commit: "abc", build_time: "now" },
      metrics: registry,
      metricsToken: "m3trics",
    },
    webhooks: {
      standIns: { takeMessage: "<Response>take</Response>", thankYou: "<Response>thanks</Response>" },
      isSignedByTwilio: (url, form, signature) => signature === `${url}|${form.CallSid ?? ""}`,
      onStandIn() {},
    },
    undeliveredFolder,
    upgrades: new Map(),
    development: false,
    onRequest() {},
  };
}
