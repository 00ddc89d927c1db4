/** The control door for payments: a payer pays, and the notifies are as one wants them. Loopback only. */
import { z } from "zod";
import { answerInput } from "../common/control.ts";
import { jsonBody, type SimRequest, sendJson } from "../common/http.ts";
import type { Desk } from "./desk.ts";
import { notifySettings } from "./notifier.ts";
import { CannotPay, payAsPayer } from "./payer.ts";
import { reportRow, resultFields } from "./transaction-views.ts";

const payInput = z.strictObject({ page_url: z.url(), card: z.enum(["approved", "refused"]).default("approved") });

/** Answers a request at the door. False when it is not about payments. */
export async function answerTranzilaDoor(request: SimRequest, desk: Desk, ownUrl: string): Promise<boolean> {
  switch (`${request.method} ${request.path}`) {
    case "POST /_sim/tranzila/pay":
      return pay(request, ownUrl);
    case "GET /_sim/tranzila/transactions":
      sendJson(request.res, 200, { items: transactionsOf(desk) });
      return true;
    case "POST /_sim/tranzila/notifies":
      return answerInput(request, () => desk.notifier.set(notifySettings.parse(jsonBody(request))));
    case "GET /_sim/tranzila/notifies":
      sendJson(request.res, 200, { items: desk.notifier.list() });
      return true;
    default:
      return false;
  }
}

async function pay(request: SimRequest, ownUrl: string): Promise<true> {
  try {
    const { page_url, card } = payInput
      .refine((input) => URL.parse(input.page_url)?.origin === ownUrl, `page_url is not a page of ${ownUrl}`)
      .parse(jsonBody(request));
    sendJson(request.res, 200, await payAsPayer(page_url, card));
  } catch (error) {
    if (error instanceof CannotPay) sendJson(request.res, 409, { error: error.message, response: error.response });
    else
      answerInput(request, () => {
        throw error;
      });
  }
  return true;
}

function transactionsOf({ terminals, transactions }: Desk): unknown[] {
  return transactions.list().flatMap((transaction) => {
    const terminal = terminals.byName(transaction.terminal);
    return terminal
      ? [{ terminal: terminal.name, fields: resultFields(transaction), row: reportRow(terminal, transaction) }]
      : [];
  });
}
