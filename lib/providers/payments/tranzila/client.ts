import { createHmac, randomBytes } from "node:crypto";
import { z } from "zod";
import { ProviderFailed } from "../../../errors.ts";
import { askJson, isPassing } from "../ask-json.ts";

export interface TranzilaKeys {
  /** The terminal's name. */
  terminal: string;
  appKey: string;
  secret: string;
}

const refused = z.object({ error_code: z.union([z.number(), z.string()]) });

/**
 * Posts a signed question about a terminal and reads the answer. Throws ProviderFailed, which is not retryable when Tranzila
 * refuses. https://docs.tranzila.com/docs/payments-and-billing/authentication
 */
export async function askTranzila<T>(
  { terminal, appKey, secret }: TranzilaKeys,
  { url, question, as }: { url: string; question: Record<string, unknown>; as: z.ZodType<T> },
  signal: AbortSignal,
): Promise<T> {
  // Merchants' own programs send seconds; some pages of the documentation say milliseconds.
  const time = Math.floor(Date.now() / 1000).toString();
  const nonce = randomBytes(40).toString("hex");
  const headers = {
    "Content-Type": "application/json",
    "X-tranzila-api-app-key": appKey,
    "X-tranzila-api-request-time": time,
    "X-tranzila-api-nonce": nonce,
    "X-tranzila-api-access-token": createHmac("sha256", secret + time + nonce)
      .update(appKey)
      .digest("hex"),
  };
  const body = JSON.stringify({ terminal_name: terminal, ...question });
  const { ok, status, said } = await askJson("Tranzila", url, { method: "POST", headers, body }, signal);
  if (!ok) throw new ProviderFailed("payments", isPassing(status), `Tranzila answers ${status}`);
  const refusal = refused.safeParse(said);
  if (refusal.success && Number(refusal.data.error_code) !== 0)
    throw new ProviderFailed("payments", false, `Tranzila refuses: ${refusal.data.error_code}`);
  const read = as.safeParse(said);
  if (read.success) return read.data;
  throw new ProviderFailed("payments", true, "Tranzila's answer is not understood", read.error);
}
