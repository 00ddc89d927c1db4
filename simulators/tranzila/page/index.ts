/** direct.tranzila.com: the payment page, and the charge that its form is posted to. */
import { type SimRequest, send } from "../../common/http.ts";
import type { Desk } from "../desk.ts";
import { readMeans, responseTo } from "../means.ts";
import { type PaymentOrder, readOrder } from "../order.ts";
import { resultFields } from "../transaction-views.ts";
import type { Transaction } from "../transactions.ts";
import { paymentPage, refusedPage, returnPage } from "./pages.ts";

const PAGE_PATH = /^\/([^/]+)\/(iframenew\.php|charge)$/;
const HTML = "text/html; charset=utf-8";

/** Answers a request for a payment page; null when it is for none, else why it refused (for the log), or "". */
export function answerPage(request: SimRequest, desk: Desk): string | null {
  const { method, path, res } = request;
  const [, name = "", action] = PAGE_PATH.exec(path) ?? [];
  if (action === undefined) return null;
  const opens = action === "iframenew.php" && (method === "GET" || method === "POST");
  if (desk.terminals.byName(name) === undefined || !(opens || method === "POST")) {
    send(res, 404, HTML, refusedPage("404", "page not found"));
    return "page not found";
  }
  const sent = sentFields(request);
  const read = readOrder(sent);
  if (!read.ok) {
    send(res, 400, HTML, refusedPage("400", "הפרמטרים של דף התשלום שגויים"));
    return read.problem;
  }
  const { order } = read;
  if (!desk.handshakes.allows(name, order.agorot, order.fields)) {
    // https://docs.tranzila.com/docs/payments-and-billing/handshake-v2/createhandshakev2
    send(res, 200, HTML, refusedPage("912791", "הסכום או פרטי העסקה אינם תואמים את ההזמנה, או שתוקפה פג"));
    return "912791";
  }
  const means = opens ? null : readMeans(sent, order.params.bit_pay === "1");
  if (means?.ok) {
    const transaction = charge(desk, name, order, means.means);
    send(res, 200, HTML, backToMerchant(transaction));
    return transaction.response === "000" ? "" : transaction.response;
  }
  send(res, 200, HTML, paymentPage(`/${name}/charge`, order, means?.problem ?? null));
  return means?.problem ?? "";
}

function charge(desk: Desk, terminal: string, order: PaymentOrder, means: Transaction["means"]): Transaction {
  const words = () => Object.values(order.fields).join("\n");
  const suffers = (wanted: "declined" | "no_notify") =>
    desk.faults.take("tranzila", words, (kind) => kind === wanted) !== null;
  const response = responseTo(means, () => suffers("declined"));
  // A refused charge uses the handshake up, too: it was good for one.
  desk.handshakes.use(order.params.thtk ?? "");
  const transaction = desk.transactions.add({ terminal, response, order, means });
  const url = order.params.notify_url_address;
  if (url !== undefined) {
    const fields = resultFields(transaction);
    desk.notifier.add({ terminal, index: transaction.index, url, fields }, suffers("no_notify"));
  }
  return transaction;
}

function backToMerchant(transaction: Transaction): string {
  const { success_url_address, fail_url_address } = transaction.order.params;
  const approved = transaction.response === "000";
  return returnPage(approved ? success_url_address : fail_url_address, resultFields(transaction), approved);
}

// What is posted counts before what stands in the address.
function sentFields({ query, method, body }: SimRequest): Record<string, string> {
  const posted = new URLSearchParams(method === "POST" ? body.toString("utf8") : "");
  return Object.fromEntries([...query, ...posted]);
}
