/** https://docs.tranzila.com/docs/payments-and-billing/handshake-v2/createhandshakev2 */
import { z } from "zod";
import type { Handshakes } from "../handshakes.ts";
import { agorotOf } from "../sums.ts";

const handshakeBody = z.strictObject({
  terminal_name: z.string(),
  sum: z.number().transform((sum, context) => {
    const agorot = agorotOf(sum);
    if (agorot !== null) return agorot;
    context.addIssue({ code: "custom", message: "no sum above zero with at most two decimals" });
    return z.NEVER;
  }),
  request_params: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]).transform(String)).default({}),
});

/** Locks a sum; throws a ZodError when the body is not as documented. */
export function createHandshake(handshakes: Handshakes, body: unknown): unknown {
  const { terminal_name, sum, request_params } = handshakeBody.parse(body);
  return { error_code: 0, message: "Success", thtk: handshakes.create(terminal_name, sum, request_params) };
}
