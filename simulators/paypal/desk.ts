import type { Faults } from "../common/faults.ts";
import type { RequestLog } from "../common/http.ts";
import type { Accounts } from "./accounts.ts";
import type { Deliveries } from "./deliveries.ts";
import type { Orders } from "./orders.ts";
import type { RequestIds } from "./request-ids.ts";
import type { Signer } from "./signer.ts";

/** All that one PayPal is made of. */
export interface Desk {
  /** http://127.0.0.1:PORT */
  url: string;
  accounts: Accounts;
  orders: Orders;
  requestIds: RequestIds;
  deliveries: Deliveries;
  signer: Signer;
  requests: RequestLog;
  faults: Faults;
}
