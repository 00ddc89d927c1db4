import type { OrderView } from "#lib/ordering/schemas/orders.ts";
import { Phone, Said } from "../ui/bidi.tsx";

/** Who ordered: the name, and the number below it; or the number alone. */
export function OrderCustomer({ order }: { order: Pick<OrderView, "customerName" | "customerPhone"> }) {
  const { customerName, customerPhone } = order;
  if (customerName === null) return customerPhone ? <Phone e164={customerPhone} className="font-semibold" /> : null;
  return (
    <span className="grid min-w-0">
      <span className="truncate font-semibold">
        <Said>{customerName}</Said>
      </span>
      {customerPhone ? <Phone e164={customerPhone} className="justify-self-start text-ink-3 text-xs" /> : null}
    </span>
  );
}

/** What was ordered, in one line. */
export function orderItems(items: OrderView["items"]): string {
  return items.map(({ name, quantity }) => (quantity === 1 ? name : `${name} × ${quantity}`)).join(", ");
}
