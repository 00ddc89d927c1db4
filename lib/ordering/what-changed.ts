import { type Line, lineKey } from "./lines.ts";
import type { ShownOrder } from "./schemas/states.ts";

/** What is not any more as the customer was shown it. */
export type Change =
  | { kind: "gone"; name: string }
  | { kind: "fewer"; name: string; left: number }
  | { kind: "price"; name: string; beforeAgorot: number; afterAgorot: number }
  /** Null: nothing is delivered, they come and fetch it. */
  | { kind: "fee"; afterAgorot: number | null };

/** What of an order is otherwise now. A customer's own changes are none: they end what was shown. */
export function whatChanged(shown: ShownOrder, now: readonly Line[], feeAgorot: number | null): Change[] {
  const lines = new Map(now.map((line) => [lineKey(line), line]));
  const changes = shown.lines.flatMap((before): Change[] => {
    const { name, quantity, priceAgorot } = before;
    const line = lines.get(lineKey(before));
    if (!line) return [{ kind: "gone", name }];
    return [
      ...(line.quantity < quantity ? [{ kind: "fewer" as const, name, left: line.quantity }] : []),
      ...(line.priceAgorot !== priceAgorot
        ? [{ kind: "price" as const, name, beforeAgorot: priceAgorot, afterAgorot: line.priceAgorot }]
        : []),
    ];
  });
  return shown.feeAgorot === feeAgorot ? changes : [...changes, { kind: "fee", afterAgorot: feeAgorot }];
}
