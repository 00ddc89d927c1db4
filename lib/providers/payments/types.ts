/** The port to whoever takes a payment on the business's behalf. Sums are whole agorot; there is no other currency. */

export interface LinkRequest {
  /** Ours; it comes back with whatever the provider tells of this payment. */
  paymentId: string;
  amountAgorot: number;
  /** For the payer, at most 120 characters. */
  description: string;
  payee: string;
  payer: { name: string | null; phone: string | null };
  /** Where the payer comes back to, and where the provider tells us that something happened. */
  urls: { done: string; failed: string; notify: string };
  /** Grows when another link to the same payment is asked for: until then a repeat is the same link. */
  attempt: string;
}

export interface PaymentLink {
  /** The provider's own page. */
  url: string;
  /** The provider's name for it; null where it has none before somebody pays. */
  providerRef: string | null;
  /** Whoever asks for a link within this time is given this one. */
  goodForMs: number;
}

/** What is known of a payment when the provider is asked about it. */
export interface PaymentQuestion {
  paymentId: string;
  providerRef: string | null;
  /** From when on somebody may have paid. */
  since: Date;
  /** The charge that somebody has told of, by the provider's name; nobody's word is taken for it. */
  hint: string | null;
}

/** Money that has moved, or is about to, for one payment of ours. `amountAgorot` null: not in shekels. */
export interface Charge {
  id: string;
  /** `failed`: what was pending has come to nothing. */
  status: "pending" | "paid" | "refunded" | "failed";
  amountAgorot: number | null;
}

/** One provider, with the keys of one business. */
export interface PaymentGateway {
  /** Are these keys good? Throws ProviderFailed when nobody can say just now. */
  check(signal: AbortSignal): Promise<boolean>;
  /** A page on which this payment can be paid. Throws ProviderFailed. */
  createLink(request: LinkRequest, signal: AbortSignal): Promise<PaymentLink>;
  /**
   * Every charge for this payment, by asking the provider itself, which is the only one that is believed. What the payer has
   * approved and is still to be collected is collected. Throws ProviderFailed, retryable when it may be asked again.
   */
  confirm(question: PaymentQuestion, signal: AbortSignal): Promise<Charge[]>;
}
