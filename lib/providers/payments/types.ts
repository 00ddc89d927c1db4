/** The port to whoever takes a payment on the business's behalf. Sums are whole agorot; there is no other currency. */

export interface LinkRequest {
  /** Ours for the page: the same again is the same page. */
  pageId: string;
  /** Ours for what is paid; it comes back with whatever the provider tells of it. */
  paymentId: string;
  amountAgorot: number;
  /** For the payer, at most 120 characters. */
  description: string;
  payee: string;
  /** The payer's; a page that has no other is Hebrew. */
  language: "he" | "en";
  /** Where the payer comes back to, and where the provider tells us that something happened. */
  urls: { done: string; failed: string; notify: string };
}

export interface PaymentLink {
  /** The provider's own page. */
  url: string;
  /** The provider's name for it; null where it has none before somebody pays. */
  providerRef: string | null;
  /** Whoever asks for a page within this time is given this one. */
  goodForMs: number;
}

/** What is known of a page when the provider is asked about it. */
export interface PaymentQuestion {
  paymentId: string;
  providerRef: string | null;
  /** From when on somebody may have paid. */
  since: Date;
  /** The charge that somebody has told of, by the provider's name: digits. Nobody's word is taken for it. */
  hint: string | null;
}

/** What became of a page. */
export interface PageAnswer {
  charges: Charge[];
  /** The payer has approved, and nothing was taken yet. */
  isApproved: boolean;
}

/** Money that has moved, or is about to, for one payment of ours. */
export interface Charge {
  id: string;
  /** `failed`: what was approved, or pending, has come to nothing. `unasked`: paid, but not as it was asked for (in instalments). */
  status: "pending" | "paid" | "refunded" | "failed" | "unasked";
  /** Null: not in shekels. */
  amountAgorot: number | null;
}

/** One provider, with the keys of one business. */
export interface PaymentGateway {
  /** Are these keys good? Throws ProviderFailed when nobody can say just now. */
  check(signal: AbortSignal): Promise<boolean>;
  /** A page on which this payment can be paid. Throws ProviderFailed. */
  createLink(request: LinkRequest, signal: AbortSignal): Promise<PaymentLink>;
  /**
   * Every charge for this payment, by asking the provider itself, which is the only one that is believed. Takes nothing.
   * Throws ProviderFailed, retryable when it may be asked again.
   */
  confirm(question: PaymentQuestion, signal: AbortSignal): Promise<PageAnswer>;
  /**
   * Takes what the payer has approved; once, however often that is asked. The payer's bank may say no: then nothing is taken.
   * Throws ProviderFailed when the provider refuses otherwise, or nobody knows what became of it (retryable).
   */
  collect(providerRef: string, signal: AbortSignal): Promise<void>;
}
