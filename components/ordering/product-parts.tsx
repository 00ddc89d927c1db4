"use client";
import { ImageIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import { attachmentUrl } from "#lib/client/messages.ts";
import type { ProductView } from "#lib/ordering/schemas/products.ts";
import { Ltr, Said, SaidBlock } from "../ui/bidi.tsx";
import { Chip } from "../ui/chip.tsx";
import { EditButtons } from "../ui/edit-buttons.tsx";
import { Switch } from "../ui/switch.tsx";

/** What can be done with a product, by who may. */
export interface ProductHands {
  onEdit: (product: ProductView) => void;
  onRemove: (product: ProductView) => void;
  onShow: (product: ProductView, available: boolean) => void;
}

/** A product's picture, or the place where it will be. */
export function ProductImage({ imageId, name }: { imageId: string | null; name: string }) {
  return (
    <span className="grid size-11 shrink-0 place-items-center overflow-hidden rounded-md bg-surface-2 text-ink-3">
      {imageId ? (
        // biome-ignore lint/performance/noImgElement: private, and never optimised by us
        <img src={attachmentUrl(imageId)} alt={name} loading="lazy" className="size-full object-cover" />
      ) : (
        <ImageIcon aria-hidden="true" className="size-4.5" />
      )}
    </span>
  );
}

/** Picture, name, and what else a customer reads of it. */
export function ProductName({ product }: { product: ProductView }) {
  const { name, description, options, imageId } = product;
  return (
    <div className="flex min-w-0 items-center gap-3">
      <ProductImage imageId={imageId} name={name} />
      <div className="min-w-0">
        <SaidBlock className="truncate font-semibold">{name}</SaidBlock>
        {description ? <SaidBlock className="truncate text-ink-2 text-xs">{description}</SaidBlock> : null}
        {options.length > 0 ? (
          <p className="truncate text-ink-3 text-xs">
            {options.map((option, index) => (
              <span key={option.name}>
                {index > 0 ? " · " : ""}
                <Said>{option.name}</Said>: <Said>{option.choices.map(({ label }) => label).join(" / ")}</Said>
              </span>
            ))}
          </p>
        ) : null}
      </div>
    </div>
  );
}

export function ProductStock({ stock }: { stock: number | null }) {
  const t = useTranslations("products");
  if (stock === null) return <span className="text-ink-3">{t("unlimited")}</span>;
  if (stock === 0) return <Chip tone="live">{t("soldOut")}</Chip>;
  return <Ltr className="tabular-nums">{stock.toLocaleString("en-US")}</Ltr>;
}

/** Whether customers see it: for who may change that, the switch itself. */
export function ProductShown({ product, hands }: { product: ProductView; hands: ProductHands | null }) {
  const t = useTranslations("products");
  const { name, available } = product;
  if (!hands) return <Chip tone={available ? "good" : "plain"}>{t(available ? "visible" : "hidden")}</Chip>;
  return (
    <Switch
      aria-label={t("showNamed", { name })}
      checked={available}
      onCheckedChange={(on) => hands.onShow(product, on)}
    />
  );
}

export function ProductActions({ product, hands }: { product: ProductView; hands: ProductHands }) {
  const t = useTranslations("products");
  const { name } = product;
  return (
    <span className="flex justify-end gap-1">
      <EditButtons
        editLabel={t("edit", { name })}
        removeLabel={t("removeTitle", { name })}
        onEdit={() => hands.onEdit(product)}
        onRemove={() => hands.onRemove(product)}
      />
    </span>
  );
}
