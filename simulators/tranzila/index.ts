/**
 * Tranzila on this machine: one server plays its payment page (direct.tranzila.com), its API (api.tranzila.com) and its
 * reports (report.tranzila.com). Cards that are approved or refused: `means.ts`. Documentation: https://docs.tranzila.com
 */
import { answerControl } from "../common/control.ts";
import { Faults, type FaultTable } from "../common/faults.ts";
import { now, RequestLog, type SimRequest, sendJson, startServer } from "../common/http.ts";
import { Nonces } from "./api/auth.ts";
import { answerApi } from "./api/index.ts";
import type { Desk } from "./desk.ts";
import { answerTranzilaDoor } from "./door.ts";
import { Handshakes } from "./handshakes.ts";
import { Notifier } from "./notifier.ts";
import { answerPage } from "./page/index.ts";
import { Terminals, type TranzilaTerminal } from "./terminals.ts";
import { Transactions } from "./transactions.ts";

export type { TranzilaTerminal } from "./terminals.ts";

export interface TranzilaOptions {
  /** 0 or nothing: a free port. */
  port?: number | undefined;
  faults?: FaultTable;
  terminals: TranzilaTerminal[];
}

export interface TranzilaSimulator {
  port: number;
  /** http://127.0.0.1:PORT, for TRANZILA_PAGE_URL, TRANZILA_API_URL and TRANZILA_REPORT_URL. */
  url: string;
  faults: Faults;
  requests: RequestLog;
  close(): Promise<void>;
}

/** Starts Tranzila. Throws when two terminals have one name or one app key. */
export async function startTranzila(options: TranzilaOptions): Promise<TranzilaSimulator> {
  const desk: Desk = {
    terminals: new Terminals(options.terminals),
    nonces: new Nonces(),
    handshakes: new Handshakes(),
    transactions: new Transactions(),
    notifier: new Notifier(),
    faults: new Faults(options.faults),
    requests: new RequestLog(),
  };
  const server = await startServer({ port: options.port, handle: (request) => answer(request, desk, server.url) });
  return {
    port: server.port,
    url: server.url,
    faults: desk.faults,
    requests: desk.requests,
    close() {
      desk.notifier.close();
      return server.close();
    },
  };
}

async function answer(request: SimRequest, desk: Desk, ownUrl: string): Promise<void> {
  const { method, path, res, at } = request;
  if (answerControl(request, desk)) return;
  if (await answerTranzilaDoor(request, desk, ownUrl)) return;
  if (path.startsWith("/_sim/")) return sendJson(res, 404, { error: `there is no ${path}` });
  const refused = answerPage(request, desk) ?? answerApi(request, desk);
  const detail = { method, path, ...(refused ? { refused } : {}) };
  desk.requests.record({
    at,
    step: "tranzila",
    tookMs: now() - at,
    status: res.headersSent ? res.statusCode : 0,
    detail,
  });
}
