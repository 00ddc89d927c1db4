import type { ServerResponse } from "node:http";
import { sendJson } from "../../common/http.ts";

/**
 * Codes and messages as merchants report them from the real service; its documentation lists none. Those of 404, 405,
 * 429 and 500 were found nowhere: they repeat the status.
 */
const REFUSALS = {
  unauthorized: { status: 401, error_code: 20002, message: "Authorization failed" },
  schema: { status: 400, error_code: 20004, message: "Json does not match validation schema" },
  not_found: { status: 404, error_code: 404, message: "Not Found" },
  method: { status: 405, error_code: 405, message: "Method Not Allowed" },
  "429": { status: 429, error_code: 429, message: "Too Many Requests" },
  "500": { status: 500, error_code: 500, message: "Internal Server Error" },
} as const;
type RefusalKind = keyof typeof REFUSALS;

/** A refusal in Tranzila's own shape. The reason stands only in the log of requests: the real service gives none. */
export class ApiRefusal extends Error {
  readonly kind: RefusalKind;

  constructor(kind: RefusalKind, reason: string) {
    super(reason);
    this.name = "ApiRefusal";
    this.kind = kind;
  }
}

/** Writes it as {error_code, message}. */
export function sendRefusal(res: ServerResponse, kind: RefusalKind): void {
  const { status, ...body } = REFUSALS[kind];
  sendJson(res, status, body);
}
