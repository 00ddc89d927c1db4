/** PayPal on this machine: its REST API for orders, the page on which the payer approves, its webhooks, and a control door. */
import { randomBytes } from "node:crypto";
import { answerControl } from "../common/control.ts";
import { Faults, type FaultTable } from "../common/faults.ts";
import { RequestLog, type SimRequest, send, startServer } from "../common/http.ts";
import { Accounts, type PayPalApp } from "./accounts.ts";
import { answerCheckout, type Payer, payerOf } from "./checkout.ts";
import { Deliveries } from "./deliveries.ts";
import type { Desk } from "./desk.ts";
import { answerPayPalDoor } from "./door.ts";
import { eventOf } from "./events.ts";
import { Orders } from "./orders.ts";
import { RequestIds } from "./request-ids.ts";
import { answerApi } from "./rest.ts";
import { Signer } from "./signer.ts";

export type { PayPalApp } from "./accounts.ts";
export { payPalAuthority } from "./authority.ts";

export interface PayPalOptions {
  apps: PayPalApp[];
  /** 0 or nothing: a free port. */
  port?: number | undefined;
  faults?: FaultTable;
  /** 32 bytes in hex, for an operator who has to know the authority (`payPalAuthority`) before. */
  rootKey?: string | undefined;
  /** What PayPal takes for now, in epoch milliseconds: orders, tokens and ids of requests grow old by it. */
  clock?: () => number;
}

export interface PayPalSimulator {
  port: number;
  /** http://127.0.0.1:PORT */
  url: string;
  requests: RequestLog;
  faults: Faults;
  payer: Payer;
  close(): Promise<void>;
}

/** Starts PayPal on loopback. */
export async function startPayPal(options: PayPalOptions): Promise<PayPalSimulator> {
  const { apps, port, rootKey } = options;
  const clock = options.clock ?? Date.now;
  const requests = new RequestLog();
  const faults = new Faults(options.faults);
  const signer = await Signer.make(rootKey === undefined ? randomBytes(32) : Buffer.from(rootKey, "hex"));
  // Links say where PayPal is, which is known once it listens.
  const desk = Promise.withResolvers<Desk>();
  const server = await startServer({ port, handle: async (request) => answer(await desk.promise, request) });
  const { url } = server;
  const deliveries = new Deliveries({ signer, url, requests });
  const orders = new Orders(clock, (happening) =>
    deliveries.announce(happening.order.app, eventOf(url, happening, clock())),
  );
  const accounts = new Accounts(apps, clock);
  desk.resolve({ url, accounts, orders, requestIds: new RequestIds(clock), deliveries, signer, requests, faults });
  return {
    port: server.port,
    url,
    requests,
    faults,
    payer: payerOf({ orders }),
    close: async () => {
      deliveries.close();
      await server.close();
    },
  };
}

function answer(desk: Desk, request: SimRequest): void {
  if (answerControl(request, desk) || answerPayPalDoor(desk, request) || answerCheckout(desk, request)) return;
  const { method, path, res } = request;
  if (method === "GET" && path === desk.signer.path) send(res, 200, "application/x-pem-file", desk.signer.chain);
  else answerApi(desk, request);
}
