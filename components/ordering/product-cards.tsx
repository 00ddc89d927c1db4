"use client";
import { useTranslations } from "next-intl";
import type { ProductView } from "#lib/ordering/schemas/products.ts";
import { Ltr } from "../ui/bidi.tsx";
import { Money } from "./money.tsx";
import { ProductActions, type ProductHands, ProductName, ProductShown, ProductStock } from "./product-parts.tsx";

/** The products on a phone. */
export function ProductCards({ products, hands }: { products: ProductView[]; hands: ProductHands | null }) {
  const t = useTranslations("products");
  return (
    <ul aria-label={t("caption")} className="md:hidden">
      {products.map((product) => (
        <li key={product.id} className="grid grid-cols-[minmax(0,1fr)] gap-2 border-line px-4 py-3 not-first:border-t">
          <div className="flex items-start justify-between gap-3">
            <ProductName product={product} />
            <Money shekels={product.price} className="shrink-0 font-semibold tabular-nums" />
          </div>
          <div className="flex items-center gap-3 text-sm">
            <span className="text-ink-3">
              {t("number")} <Ltr>{product.number}</Ltr>
            </span>
            <span className="flex items-center gap-1.5 text-ink-2">
              {t("stock")}: <ProductStock stock={product.stock} />
            </span>
            <span className="ms-auto flex items-center gap-2">
              <ProductShown product={product} hands={hands} />
              {hands ? <ProductActions product={product} hands={hands} /> : null}
            </span>
          </div>
        </li>
      ))}
    </ul>
  );
}
