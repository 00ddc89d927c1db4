import { z } from "zod";
import { isCommonFault, playFault } from "../../common/faults.ts";
import { jsonBody, type SimRequest, sendJson } from "../../common/http.ts";
import type { Desk } from "../desk.ts";
import type { TranzilaTerminal } from "../terminals.ts";
import { requireSigned } from "./auth.ts";
import { ApiRefusal, sendRefusal } from "./errors.ts";
import { createHandshake } from "./handshake.ts";
import { reportTransactions } from "./report.ts";

const signedBody = z.looseObject({ terminal_name: z.string() });

/** Answers api.tranzila.com and report.tranzila.com; why it refused, for the log, or null. */
export function answerApi(request: SimRequest, desk: Desk): string | null {
  const fault = desk.faults.take("tranzila", () => request.body.toString("utf8"), isCommonFault);
  if (fault !== null && isCommonFault(fault)) {
    playFault(fault, request.res, (status) => sendRefusal(request.res, status));
    return `the fault ${fault}`;
  }
  try {
    sendJson(request.res, 200, work(request, desk));
    return null;
  } catch (error) {
    const refusal = refusalOf(error);
    if (!refusal) throw error;
    sendRefusal(request.res, refusal.kind);
    return refusal.message;
  }
}

function work(request: SimRequest, desk: Desk): unknown {
  const { method, path } = request;
  if (path !== "/v2/handshake/create" && path !== "/v1/transaction") throw new ApiRefusal("not_found", "no such path");
  if (method !== "POST") throw new ApiRefusal("method", "only POST");
  const terminal = requireSigned(request.headers, desk.terminals, desk.nonces);
  const body = jsonBody(request);
  requireOwn(terminal, body);
  return path === "/v1/transaction"
    ? reportTransactions(desk.transactions, terminal, body)
    : createHandshake(desk.handshakes, body);
}

function requireOwn(terminal: TranzilaTerminal, body: unknown): void {
  const { terminal_name } = signedBody.parse(body);
  if (terminal_name !== terminal.name)
    throw new ApiRefusal("unauthorized", `the app key is not that of the terminal ${terminal_name}`);
}

function refusalOf(error: unknown): ApiRefusal | null {
  if (error instanceof ApiRefusal) return error;
  if (error instanceof z.ZodError) return new ApiRefusal("schema", z.prettifyError(error));
  if (error instanceof SyntaxError) return new ApiRefusal("schema", `not JSON: ${error.message}`);
  return null;
}
