import type { OrderView } from "#lib/ordering/schemas/orders.ts";
import { Ltr, Phone, Said } from "../ui/bidi.tsx";

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

/** What was ordered, in one line: each name in its own direction. */
export function OrderItems({ items }: Pick<OrderView, "items">) {
  return items.map(({ productId, name, options, quantity }, index) => (
    <span key={`${productId} ${Object.values(options).join()}`}>
      {index > 0 ? ", " : null}
      <Said>{name}</Said>
      {quantity > 1 ? (
        <>
          {" "}
          × <Ltr>{quantity}</Ltr>
        </>
      ) : null}
    </span>
  ));
}
