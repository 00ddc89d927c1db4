import type { Faults } from "../common/faults.ts";
import type { RequestLog } from "../common/http.ts";
import type { Nonces } from "./api/auth.ts";
import type { Handshakes } from "./handshakes.ts";
import type { Notifier } from "./notifier.ts";
import type { Terminals } from "./terminals.ts";
import type { Transactions } from "./transactions.ts";

/** Everything that one simulated Tranzila knows. */
export interface Desk {
  terminals: Terminals;
  nonces: Nonces;
  handshakes: Handshakes;
  transactions: Transactions;
  notifier: Notifier;
  faults: Faults;
  requests: RequestLog;
}
