/** Requests to Tranzila's API: https://docs.tranzila.com/docs/payments-and-billing/authentication */
import { createHmac, randomBytes } from "node:crypto";
import { z } from "zod";
import { ProviderFailed } from "../../../errors.ts";
import { readBounded } from "../../read-bounded.ts";

export interface TranzilaKeys {
  /** The terminal's name. */
  terminal: string;
  appKey: string;
  secret: string;
}

const WITHIN_MS = 12_000;
const LARGEST_ANSWER = 2_000_000;

/** Posts a signed question about a terminal; what is refused for good is a ProviderFailed that is not retryable. */
export async function askTranzila(
  { terminal, appKey, secret }: TranzilaKeys,
  url: string,
  question: Record<string, unknown>,
  signal: AbortSignal,
): Promise<unknown> {
  const time = Math.floor(Date.now() / 1000).toString();
  const nonce = randomBytes(40).toString("hex");
  let answer: Response;
  try {
    answer = await fetch(url, {
      method: "POST",
      redirect: "error",
      signal: AbortSignal.any([signal, AbortSignal.timeout(WITHIN_MS)]),
      headers: {
        "Content-Type": "application/json",
        "X-tranzila-api-app-key": appKey,
        "X-tranzila-api-request-time": time,
        "X-tranzila-api-nonce": nonce,
        "X-tranzila-api-access-token": createHmac("sha256", secret + time + nonce)
          .update(appKey)
          .digest("hex"),
      },
      body: JSON.stringify({ terminal_name: terminal, ...question }),
    });
  } catch (cause) {
    throw new ProviderFailed("payments", true, "Tranzila could not be reached", cause);
  }
  const bytes = await readBounded(answer, { provider: "payments", what: "Tranzila", maxBytes: LARGEST_ANSWER });
  if (answer.ok) return parsed(bytes);
  const isPassing = answer.status >= 500 || answer.status === 429;
  throw new ProviderFailed("payments", isPassing, `Tranzila answers ${answer.status}`);
}

function parsed(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString("utf8"));
  } catch (cause) {
    throw new ProviderFailed("payments", true, "Tranzila's answer is not JSON", cause);
  }
}

/** What Tranzila says when it did as it was asked. Throws ProviderFailed with its code when it did not. */
export function readAnswer<T>(schema: z.ZodType<T>, answer: unknown): T {
  const refusal = refused.safeParse(answer);
  if (refusal.success && Number(refusal.data.error_code) !== 0)
    throw new ProviderFailed("payments", false, `Tranzila refuses: ${refusal.data.error_code}`);
  const read = schema.safeParse(answer);
  if (read.success) return read.data;
  throw new ProviderFailed("payments", true, "Tranzila's answer is not understood", read.error);
}

const refused = z.object({ error_code: z.union([z.number(), z.string()]) });
