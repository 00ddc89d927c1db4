"use client";
import { Package, Pencil, Plus, Trash2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { toast } from "sonner";
import { ApiError } from "#lib/client/api-error.ts";
import { removeProduct } from "#lib/client/ordering.ts";
import { formatMoney } from "#lib/hebrew/money.ts";
import type { ProductView } from "#lib/ordering/schemas/products.ts";
import { Ltr, Said, SaidBlock } from "../ui/bidi.tsx";
import { Button } from "../ui/button.tsx";
import { Card } from "../ui/card.tsx";
import { Chip } from "../ui/chip.tsx";
import { Confirm } from "../ui/confirm.tsx";
import { Empty } from "../ui/empty.tsx";
import { Modal } from "../ui/modal.tsx";
import { ProductForm } from "./product-form.tsx";

/** The products, and what can be done with them. */
export function ProductList({ products, writable }: { products: ProductView[]; writable: boolean }) {
  const t = useTranslations("products");
  const router = useRouter();
  const [edited, setEdited] = useState<ProductView | "new" | null>(null);
  const [leaving, setLeaving] = useState<ProductView | null>(null);

  async function remove(product: ProductView) {
    setLeaving(null);
    try {
      await removeProduct(product.id);
      toast.success(t("removed"));
      router.refresh();
    } catch (error) {
      toast.error(error instanceof ApiError ? error.message : String(error));
    }
  }

  return (
    <>
      {writable ? (
        <div className="flex justify-end">
          <Button look="primary" onClick={() => setEdited("new")}>
            <Plus aria-hidden="true" />
            {t("add")}
          </Button>
        </div>
      ) : null}
      <Card className="overflow-hidden">
        {products.length === 0 ? (
          <Empty icon={Package} title={t("emptyTitle")} className="py-16">
            {t("empty")}
          </Empty>
        ) : (
          <ul>
            {products.map((product) => (
              <Row
                key={product.id}
                product={product}
                {...(writable ? { onEdit: () => setEdited(product), onRemove: () => setLeaving(product) } : {})}
              />
            ))}
          </ul>
        )}
      </Card>
      <Modal open={edited !== null} onClose={() => setEdited(null)} label={t("add")} className="mt-[6vh] max-w-lg">
        <ProductForm product={edited === "new" ? null : edited} onDone={() => setEdited(null)} />
      </Modal>
      <Confirm
        open={leaving !== null}
        title={t("removeTitle", { name: leaving?.name ?? "" })}
        confirmLabel={t("remove")}
        cancelLabel={t("cancel")}
        onConfirm={() => {
          if (leaving) void remove(leaving);
        }}
        onCancel={() => setLeaving(null)}
      >
        {t("removeText")}
      </Confirm>
    </>
  );
}

interface RowProps {
  product: ProductView;
  onEdit?: () => void;
  onRemove?: () => void;
}

function Row({ product, onEdit, onRemove }: RowProps) {
  const { number, name, description, category, price, stock, available } = product;
  const t = useTranslations("products");
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 border-line px-4 py-3 not-last:border-b">
      <Ltr className="w-8 shrink-0 font-semibold text-ink-3 tabular-nums">{number}</Ltr>
      <div className="min-w-40 flex-1">
        <p className="flex flex-wrap items-center gap-2 font-semibold">
          <Said>{name}</Said>
          {category ? (
            <Chip>
              <Said>{category}</Said>
            </Chip>
          ) : null}
          {available ? null : <Chip tone="warn">{t("hidden")}</Chip>}
          {stock === 0 ? <Chip tone="live">{t("soldOut")}</Chip> : null}
        </p>
        {description ? <SaidBlock className="line-clamp-2 text-ink-2 text-sm">{description}</SaidBlock> : null}
      </div>
      <span className="text-ink-2 text-sm">
        {t("stock")}: {stock === null ? t("unlimited") : <Ltr>{stock}</Ltr>}
      </span>
      <Ltr className="w-24 text-end font-semibold tabular-nums">{formatMoney(Math.round(price * 100))}</Ltr>
      {onEdit ? (
        <span className="flex gap-1">
          <Button look="bare" size="icon" aria-label={t("edit", { name })} onClick={onEdit}>
            <Pencil aria-hidden="true" />
          </Button>
          <Button look="bare" size="icon" aria-label={t("removeTitle", { name })} onClick={onRemove}>
            <Trash2 aria-hidden="true" />
          </Button>
        </span>
      ) : null}
    </li>
  );
}
