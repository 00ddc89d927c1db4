import { ProviderFailed } from "../../../errors.ts";
import { localDay } from "../../../hebrew/time.ts";
import type { Charge, LinkRequest, PaymentGateway, PaymentLink, PaymentQuestion } from "../types.ts";
import { askTranzila, readAnswer, type TranzilaKeys } from "./client.ts";
import { chargesIn, handshake, OUR_FIELD, report } from "./map.ts";

interface Places {
  /** Each without a slash at the end. */
  page: string;
  api: string;
  report: string;
}

const PAGE_OF_REPORT = 100;

/** Tranzila: cards and Bit, on its own page. */
export function tranzilaGateway(keys: TranzilaKeys, places: Places): PaymentGateway {
  const ask = async (paymentId: string, question: Record<string, unknown>, signal: AbortSignal) => {
    const answer = await askTranzila(keys, `${places.report}/v1/transaction`, question, signal);
    return chargesIn(readAnswer(report, answer).transactions, paymentId);
  };
  return {
    /** A terminal without our field is no good either: no charge could be told to be for a payment of ours. */
    async check(signal) {
      try {
        await ask("", chargedFor("none", new Date()), signal);
        return true;
      } catch (error) {
        if (error instanceof ProviderFailed && !error.retryable) return false;
        throw error;
      }
    },

    /** The sum is agreed on beforehand (Handshake V2), so that the payer cannot pay less by editing the address. */
    async createLink(request, signal): Promise<PaymentLink> {
      const sum = shekels(request.amountAgorot);
      const answer = await askTranzila(
        keys,
        `${places.api}/v2/handshake/create`,
        { sum: Number(sum), request_params: { [OUR_FIELD]: request.paymentId } },
        signal,
      );
      const { thtk } = readAnswer(handshake, answer);
      const page = new URL(`${places.page}/${encodeURIComponent(keys.terminal)}/iframenew.php`);
      page.search = new URLSearchParams({ ...pageOf(request, sum), thtk }).toString();
      // Each visit has one of its own: a sum that was agreed on is good for one card, refused or not.
      return { url: page.href, providerRef: null, goodForMs: 0 };
    },

    async confirm({ paymentId, since, hint }: PaymentQuestion, signal): Promise<Charge[]> {
      if (hint !== null && /^\d{1,15}$/.test(hint)) {
        const told = await ask(paymentId, { transaction_index: Number(hint) }, signal);
        if (told.length > 0) return told;
      }
      // A notice may be lost, and lie: what the terminal has charged for this payment is looked for.
      return ask(paymentId, chargedFor(paymentId, since), signal);
    },
  };
}

function chargedFor(paymentId: string, since: Date) {
  return {
    transaction_start_date: localDay(since),
    transaction_end_date: localDay(new Date()),
    page: 1,
    page_results: PAGE_OF_REPORT,
    ufields: [{ name: OUR_FIELD, operator: "equals", value: paymentId }],
  };
}

function pageOf({ paymentId, description, payer, urls }: LinkRequest, sum: string): Record<string, string> {
  return {
    ...{ sum, currency: "1", cred_type: "1", tranmode: "A", lang: "il", new_process: "1", bit_pay: "1" },
    pdesc: description,
    ...(payer.name === null ? {} : { contact: payer.name }),
    ...(payer.phone === null ? {} : { phone: payer.phone }),
    success_url_address: urls.done,
    fail_url_address: urls.failed,
    notify_url_address: urls.notify,
    [OUR_FIELD]: paymentId,
  };
}

function shekels(agorot: number): string {
  return (agorot / 100).toFixed(2);
}
