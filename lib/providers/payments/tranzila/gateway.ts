import { ProviderFailed } from "../../../errors.ts";
import type { PageAnswer, PaymentGateway, PaymentLink } from "../types.ts";
import { askTranzila, type TranzilaKeys } from "./client.ts";
import { chargedFor, chargesIn, handshake, handshakeOf, pageOf, report } from "./map.ts";

interface Places {
  /** Each without a slash at the end. */
  page: string;
  api: string;
  report: string;
}

/** Tranzila: cards and Bit, on its own page. */
export function tranzilaGateway(keys: TranzilaKeys, places: Places): PaymentGateway {
  const transactions = async (question: Record<string, unknown>, signal: AbortSignal): Promise<unknown[]> => {
    const url = `${places.report}/v1/transaction`;
    return (await askTranzila(keys, { url, question, as: report }, signal)).transactions;
  };
  /** Anybody may name a number; of one that there is not, no answer is documented. */
  const byNumber = (index: number, signal: AbortSignal) =>
    transactions({ transaction_index: index }, signal).catch((error: unknown) => {
      if (error instanceof ProviderFailed && !error.retryable) return [];
      throw error;
    });
  return {
    /** A terminal without our field is no good either: no charge could be told to be for a payment of ours. */
    async check(signal) {
      try {
        await transactions(chargedFor({ paymentId: "none", since: new Date() }), signal);
        return true;
      } catch (error) {
        if (error instanceof ProviderFailed && !error.retryable) return false;
        throw error;
      }
    },

    async createLink(request, signal): Promise<PaymentLink> {
      const url = `${places.api}/v2/handshake/create`;
      const { thtk } = await askTranzila(keys, { url, question: handshakeOf(request), as: handshake }, signal);
      const page = new URL(`${places.page}/${encodeURIComponent(keys.terminal)}/iframenew.php`);
      page.search = new URLSearchParams({ ...pageOf(request), thtk }).toString();
      // Each visit has one of its own: a sum that was agreed on is good for one card, refused or not.
      return { url: page.href, providerRef: null, goodForMs: 0 };
    },

    async confirm({ paymentId, since, hint }, signal): Promise<PageAnswer> {
      const told = hint === null ? [] : await byNumber(Number(hint), signal);
      const charges = chargesIn(told, paymentId, "by_number");
      if (charges.length > 0) return { charges, isApproved: false };
      // A notice may be lost, and lie: what the terminal has charged for this payment is looked for.
      const found = await transactions(chargedFor({ paymentId, since }), signal);
      return { charges: chargesIn(found, paymentId, "by_field"), isApproved: false };
    },

    /** What is paid on its page is taken there. */
    async collect() {},
  };
}
