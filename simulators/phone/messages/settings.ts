/** How messages that the application sends come to their people: settable at the control door. */
import { z } from "zod";

export const deliverySettings = z.strictObject({
  /** Between two reports. */
  everyMs: z.number().min(0).default(30),
  /** Each report comes so often. */
  times: z.number().int().min(1).max(10).default(1),
  /** The last report first. */
  reversed: z.boolean().default(false),
  /** Nobody is told anything. */
  silent: z.boolean().default(false),
  /** Whether the person opens what they get. */
  reads: z.boolean().default(true),
  /** What is sent fails with this code. */
  failsWith: z.number().int().nullable().default(null),
});
export type DeliverySettings = z.output<typeof deliverySettings>;
