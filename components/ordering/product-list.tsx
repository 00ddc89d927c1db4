"use client";
import { Package, Plus, SearchX } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { toast } from "sonner";
import { ApiError } from "#lib/client/api-error.ts";
import { changeProduct, removeProduct } from "#lib/client/ordering.ts";
import type { ProductView } from "#lib/ordering/schemas/products.ts";
import { Button } from "../ui/button.tsx";
import { Card } from "../ui/card.tsx";
import { Confirm } from "../ui/confirm.tsx";
import { Empty } from "../ui/empty.tsx";
import { Modal } from "../ui/modal.tsx";
import { ProductCards } from "./product-cards.tsx";
import { ProductForm } from "./product-form.tsx";
import type { ProductHands } from "./product-parts.tsx";
import { ProductTable } from "./product-table.tsx";

interface ProductListProps {
  products: ProductView[];
  categories: string[];
  sort: string;
  query: Record<string, string | undefined>;
  writable: boolean;
}

/** The products of a filter, and what can be done with them. */
export function ProductList({ products, categories, sort, query, writable }: ProductListProps) {
  const t = useTranslations("products");
  const router = useRouter();
  const [edited, setEdited] = useState<ProductView | null>(null);
  const [leaving, setLeaving] = useState<ProductView | null>(null);
  const filtered = Object.values(query).some(Boolean);

  async function attempt(work: () => Promise<unknown>, done?: string) {
    try {
      await work();
      if (done) toast.success(done);
    } catch (error) {
      toast.error(error instanceof ApiError ? error.message : String(error));
    }
    router.refresh();
  }

  const hands: ProductHands | null = writable
    ? {
        onEdit: setEdited,
        onRemove: setLeaving,
        onShow: ({ id }, available) => void attempt(() => changeProduct(id, { available })),
      }
    : null;
  return (
    <>
      <Card className="overflow-hidden">
        {products.length === 0 ? (
          <Empty
            icon={filtered ? SearchX : Package}
            title={t(filtered ? "nothingTitle" : "emptyTitle")}
            className="py-16"
          >
            <p>{t(filtered ? "nothing" : "empty")}</p>
          </Empty>
        ) : (
          <>
            <ProductTable products={products} sort={sort} query={query} hands={hands} />
            <ProductCards products={products} hands={hands} />
          </>
        )}
      </Card>
      <ProductDialog open={edited !== null} product={edited} categories={categories} onClose={() => setEdited(null)} />
      <Confirm
        open={leaving !== null}
        title={t("removeTitle", { name: leaving?.name ?? "" })}
        confirmLabel={t("remove")}
        cancelLabel={t("cancel")}
        onConfirm={() => {
          if (leaving) void attempt(() => removeProduct(leaving.id), t("removed"));
          setLeaving(null);
        }}
        onCancel={() => setLeaving(null)}
      >
        {t("removeText")}
      </Confirm>
    </>
  );
}

/** The page's one main action. */
export function NewProduct({ categories }: { categories: string[] }) {
  const t = useTranslations("products");
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button look="primary" onClick={() => setOpen(true)}>
        <Plus aria-hidden="true" />
        {t("add")}
      </Button>
      <ProductDialog open={open} product={null} categories={categories} onClose={() => setOpen(false)} />
    </>
  );
}

interface ProductDialogProps {
  open: boolean;
  product: ProductView | null;
  categories: string[];
  onClose: () => void;
}

function ProductDialog({ open, product, categories, onClose }: ProductDialogProps) {
  const t = useTranslations("products");
  return (
    <Modal
      open={open}
      onClose={onClose}
      label={product ? t("edit", { name: product.name }) : t("add")}
      className="mt-[4vh] max-h-[90dvh] max-w-xl overflow-y-auto"
    >
      <ProductForm product={product} categories={categories} onDone={onClose} />
    </Modal>
  );
}
