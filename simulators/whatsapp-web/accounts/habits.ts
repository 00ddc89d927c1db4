import { z } from "zod";

/** How a phone and whoever holds it behave. */
export const habitsSchema = z.strictObject({
  /** The name that others see. */
  pushName: z.string().max(100),
  /** Whether the phone is switched on: otherwise what is sent to it waits, and nothing is acknowledged. */
  online: z.boolean(),
  /** Whether what arrives is read, and the sender is told. */
  reads: z.boolean(),
  /** How long after the arrival the receipts come. */
  receiptDelayMs: z.number().int().min(0),
  /** How often each receipt comes. */
  receiptCopies: z.number().int().min(1).max(10),
  /** The address with which it writes: today's WhatsApp uses the LID and gives the number beside it. */
  addressing: z.enum(["lid", "pn"]),
});
export type Habits = z.infer<typeof habitsSchema>;

export function usualHabits(): Habits {
  return { pushName: "", online: true, reads: true, receiptDelayMs: 0, receiptCopies: 1, addressing: "lid" };
}
