import type { Account } from "./accounts/account.ts";
import type { Companion } from "./accounts/companion.ts";
import { sendHistory } from "./messages/history.ts";
import { receiveMessage } from "./messages/incoming.ts";
import { receiveReceipt } from "./messages/receipts.ts";
import { answerQuery } from "./queries/index.ts";
import type { BinaryNode } from "./wire/baileys.ts";
import type { Connection } from "./wire/connection.ts";
import { childOf, epochSeconds, FROM_SERVER, node } from "./wire/nodes.ts";
import type { World } from "./world.ts";

/** A paired client that has logged in, until its connection ends. */
export class Session {
  readonly world: World;
  readonly account: Account;
  readonly companion: Companion;
  readonly #connection: Connection;

  constructor(world: World, account: Account, companion: Companion, connection: Connection) {
    this.world = world;
    this.account = account;
    this.companion = companion;
    this.#connection = connection;
    companion.connected(connection);
    connection.handOver({
      received: (received) => this.#receive(received),
      closed: () => companion.disconnected(connection),
    });
    connection.send(
      node("success", { t: epochSeconds(), lid: account.address("lid", companion.id), location: "sim", props: "27" }),
    );
    const routing = node("routing_info", {}, Buffer.from([8, 8, 8, 2]));
    connection.send(node("ib", { from: FROM_SERVER }, [node("edge_routing", {}, [routing])]));
  }

  async #receive(received: BinaryNode): Promise<void> {
    this.world.record(this.account.address("pn", this.companion.id), received);
    switch (received.tag) {
      case "iq":
        if (received.attrs.type === "result" || received.attrs.type === "error") return;
        this.#connection.send(await answerQuery(this, received));
        if (childOf(received, "active")) this.#activated();
        return;
      case "message":
        this.#connection.send(receiveMessage(this, received));
        return;
      case "receipt":
        this.#connection.send(await receiveReceipt(this, received));
        return;
      case "ack":
        this.companion.acknowledged(received);
        return;
      default:
        return;
    }
  }

  #activated(): void {
    this.companion.activated();
    // A phone that is switched off does this when it is on again.
    void sendHistory(this.world, this.account, this.companion);
  }
}
