import type { Means, ResponseCode } from "./means.ts";
import type { PaymentOrder } from "./order.ts";

export interface Transaction {
  terminal: string;
  /** Counts up within the terminal, from 1. */
  index: number;
  /** Epoch milliseconds. */
  at: number;
  response: ResponseCode;
  order: PaymentOrder;
  means: Means;
}

/** Every charge that was tried, also those that were refused; oldest first. */
export class Transactions {
  readonly #all: Transaction[] = [];

  add(tried: Omit<Transaction, "index" | "at">): Transaction {
    const transaction = { ...tried, index: this.of(tried.terminal).length + 1, at: Date.now() };
    this.#all.push(transaction);
    return transaction;
  }

  of(terminal: string): Transaction[] {
    return this.#all.filter((transaction) => transaction.terminal === terminal);
  }

  list(): Transaction[] {
    return [...this.#all];
  }
}
