"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { toast } from "sonner";
import { ApiError } from "#lib/client/api-error.ts";
import { type ProductFields, saveProduct } from "#lib/client/ordering.ts";
import { createProductInput, type ProductView } from "#lib/ordering/schemas/products.ts";
import { Button } from "../ui/button.tsx";
import { Field, Input, Textarea } from "../ui/field.tsx";
import { Switch } from "../ui/switch.tsx";

interface ProductFormProps {
  /** The product to change; null for a new one. */
  product: ProductView | null;
  onDone: () => void;
}

/** What is sold, for how much, and how much of it there is. */
export function ProductForm({ product, onDone }: ProductFormProps) {
  const t = useTranslations("products");
  const router = useRouter();
  const id = useId();
  const [errors, setErrors] = useState<Partial<Record<string, string>>>({});
  const [available, setAvailable] = useState(product?.available ?? true);
  const [busy, setBusy] = useState(false);

  async function submit(form: FormData) {
    const text = (name: string) => String(form.get(name) ?? "").trim();
    const fields: ProductFields = {
      ...{ name: text("name"), description: text("description"), category: text("category"), available },
      price: text("price") === "" ? Number.NaN : Number(text("price")),
      stock: text("stock") === "" ? null : Number(text("stock")),
    };
    const parsed = createProductInput.safeParse(fields);
    if (!parsed.success)
      return setErrors(
        Object.fromEntries(parsed.error.issues.map(({ path, message }) => [String(path[0]), message]).reverse()),
      );
    setErrors({});
    setBusy(true);
    try {
      await saveProduct(product?.id ?? null, fields);
      toast.success(t("saved"));
      router.refresh();
      onDone();
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      setErrors(Object.keys(error.fields).length > 0 ? error.fields : { name: error.message });
      setBusy(false);
    }
  }

  const input = (name: "name" | "category", maxLength: number) => (
    <Field label={t(name)} error={errors[name]}>
      {(tied) => (
        <Input
          {...tied}
          name={name}
          dir="auto"
          defaultValue={product?.[name]}
          maxLength={maxLength}
          className="text-start"
        />
      )}
    </Field>
  );
  return (
    <form
      noValidate
      className="grid gap-4 p-5"
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) void submit(new FormData(event.currentTarget));
      }}
    >
      <h2 className="font-bold text-lg">{product ? t("edit", { name: product.name }) : t("add")}</h2>
      {input("name", 120)}
      <Field label={t("description")} error={errors.description}>
        {(tied) => (
          <Textarea
            {...tied}
            name="description"
            dir="auto"
            defaultValue={product?.description}
            maxLength={1000}
            className="min-h-18 text-start"
          />
        )}
      </Field>
      {input("category", 60)}
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label={t("price")} error={errors.price}>
          {(tied) => (
            <Input
              {...tied}
              name="price"
              type="number"
              inputMode="decimal"
              step="0.01"
              min="0"
              dir="ltr"
              defaultValue={product?.price}
            />
          )}
        </Field>
        <Field label={t("stock")} hint={t("stockHint")} error={errors.stock}>
          {(tied) => (
            <Input
              {...tied}
              name="stock"
              type="number"
              inputMode="numeric"
              step="1"
              min="0"
              dir="ltr"
              defaultValue={product?.stock ?? ""}
            />
          )}
        </Field>
      </div>
      <div className="flex items-center gap-3">
        <Switch id={id} checked={available} onCheckedChange={setAvailable} />
        <label htmlFor={id} className="font-semibold text-sm">
          {t("available")}
        </label>
      </div>
      <div className="flex flex-wrap justify-end gap-2">
        <Button onClick={onDone}>{t("cancel")}</Button>
        <Button type="submit" look="primary" aria-disabled={busy}>
          {t("save")}
        </Button>
      </div>
    </form>
  );
}
