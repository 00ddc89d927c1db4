/** A PayPal with two merchants: the first asks its API and takes its notices. */
import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import { z } from "zod";
import { type PayPalApp, type PayPalSimulator, startPayPal } from "../index.ts";

export const ROOT_KEY = "42".repeat(32);

const link = z.object({ rel: z.string(), href: z.string() });
const capture = z.looseObject({ id: z.string(), status: z.string() });
export const orderShape = z.looseObject({
  id: z.string(),
  status: z.string(),
  links: z.array(link),
  purchase_units: z
    .array(z.looseObject({ payments: z.looseObject({ captures: z.array(capture) }).optional() }))
    .default([]),
});
const refusalShape = z.object({
  name: z.string(),
  debug_id: z.string(),
  details: z.array(z.looseObject({ issue: z.string(), field: z.string().optional() })),
  links: z.array(link),
});
const tokenShape = z.object({ access_token: z.string() });
const eventShape = z.looseObject({
  id: z.string(),
  event_type: z.string(),
  resource_type: z.string(),
  resource: z.looseObject({ id: z.string() }),
});

interface Notice {
  headers: IncomingHttpHeaders;
  body: Buffer;
  event: z.infer<typeof eventShape>;
}

/** An order as the product would write it; parts of it can be other. */
export function orderBody(unit: object = {}, experience: object = {}) {
  return {
    intent: "CAPTURE",
    purchase_units: [
      { custom_id: "pay-1", description: "ייעוץ", amount: { currency_code: "ILS", value: "120.5" }, ...unit },
    ],
    payment_source: {
      paypal: {
        experience_context: {
          brand_name: "שי דירות",
          locale: "he-IL",
          return_url: "http://shop.test/done?x=1",
          cancel_url: "http://shop.test/back",
          ...experience,
        },
      },
    },
  };
}

export async function startPayPalWorld() {
  let passed = 0;
  const listener = await startListener();
  const app = { clientId: "shop", clientSecret: "secret", webhookId: "WH-SHOP", webhookUrl: `${listener.url}/hook` };
  const other = { ...app, clientId: "other", webhookId: "WH-OTHER", webhookUrl: `${listener.url}/other` };
  const clock = () => Date.now() + passed;
  const paypal = await startPayPal({ apps: [app, other], rootKey: ROOT_KEY, clock });
  const tokens = { shop: await tokenOf(paypal, app), other: await tokenOf(paypal, other) };

  /** A question to the API, by the first merchant unless told otherwise. */
  const ask = async (path: string, body?: unknown, headers: Record<string, string> = {}) => {
    const usual = { authorization: `Bearer ${tokens.shop}`, "content-type": "application/json" };
    const content =
      body === undefined ? {} : { method: "POST", body: typeof body === "string" ? body : JSON.stringify(body) };
    const response = await fetch(paypal.url + path, { ...content, headers: { ...usual, ...headers } });
    const json: unknown = await response.json();
    return { status: response.status, json, headers: response.headers };
  };
  return {
    paypal,
    listener,
    app,
    tokens,
    ask,
    /** Moves PayPal's time on; both merchants ask for new tokens. */
    passTime: async (ms: number) => {
      passed += ms;
      Object.assign(tokens, { shop: await tokenOf(paypal, app), other: await tokenOf(paypal, other) });
    },
    /** A new order, with an id of its own unless told otherwise. */
    create: async (body: unknown = orderBody(), requestId: string = crypto.randomUUID()) => {
      const { status, json } = await ask("/v2/checkout/orders", body, { "paypal-request-id": requestId });
      return { status, order: orderShape.parse(json) };
    },
    capture: async (id: string, headers: Record<string, string> = {}) => {
      const { status, json } = await ask(`/v2/checkout/orders/${id}/capture`, {}, headers);
      return { status, order: orderShape.parse(json) };
    },
    /** A question that must be refused: its status, name, and the issues with their fields. */
    refused: async (...question: Parameters<typeof ask>) => {
      const { status, json, headers } = await ask(...question);
      const { name, details, debug_id } = refusalShape.parse(json);
      if (headers.get("paypal-debug-id") !== debug_id) throw new Error("the header names another debug id");
      return [status, name, ...details.map(({ issue, field }) => (field === undefined ? issue : `${issue} ${field}`))];
    },
    /** A question to the control door. */
    door: async (path: string, body?: unknown) => {
      const init = body === undefined ? {} : { method: "POST", body: JSON.stringify(body) };
      const response = await fetch(`${paypal.url}/_sim/paypal/${path}`, init);
      const json: unknown = await response.json();
      return { status: response.status, json };
    },
    close: async () => {
      await paypal.close();
      listener.close();
    },
  };
}

async function tokenOf({ url }: PayPalSimulator, { clientId, clientSecret }: PayPalApp): Promise<string> {
  const authorization = `Basic ${btoa(`${clientId}:${clientSecret}`)}`;
  const body = new URLSearchParams({ grant_type: "client_credentials" });
  const response = await fetch(`${url}/v1/oauth2/token`, { method: "POST", headers: { authorization }, body });
  return tokenShape.parse(await response.json()).access_token;
}

/** The merchants' webhooks. */
async function startListener() {
  const notices: Notice[] = [];
  const watchers = new Set<() => void>();
  const state = { notices, status: 200 };
  const server = createServer(async (request, response) => {
    const body = await buffer(request);
    notices.push({ headers: request.headers, body, event: eventShape.parse(JSON.parse(body.toString("utf8"))) });
    response.writeHead(state.status).end();
    for (const look of watchers) look();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    /** How the next notices are answered. */
    answerWith: (status: number) => {
      state.status = status;
    },
    types: () => notices.map(({ event }) => event.event_type),
    /** Forgets what came. */
    clear: () => notices.splice(0),
    /** Resolves with all notices once there are so many. */
    until: (count: number): Promise<Notice[]> =>
      new Promise((resolve) => {
        const look = () => {
          if (notices.length < count) return;
          watchers.delete(look);
          resolve([...notices]);
        };
        watchers.add(look);
        look();
      }),
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
