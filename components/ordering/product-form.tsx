"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { toast } from "sonner";
import { ApiError } from "#lib/client/api-error.ts";
import { addProduct, changeProduct } from "#lib/client/ordering.ts";
import type { ProductView } from "#lib/ordering/schemas/products.ts";
import { Button } from "../ui/button.tsx";
import { Field, Input, Textarea } from "../ui/field.tsx";
import { Switch } from "../ui/switch.tsx";
import { ImageField } from "./image-field.tsx";
import { OptionsEditor } from "./options-editor.tsx";
import { changesOf, fieldErrors, fieldsOf, type OptionDraft, toDrafts } from "./product-fields.ts";

interface ProductFormProps {
  /** The product to change; null for a new one. */
  product: ProductView | null;
  categories: string[];
  onDone: () => void;
}

/** What is sold, for how much, and how much of it there is. */
export function ProductForm({ product, categories, onDone }: ProductFormProps) {
  const t = useTranslations("products");
  const router = useRouter();
  const id = useId();
  const [errors, setErrors] = useState<Partial<Record<string, string>>>({});
  const [available, setAvailable] = useState(product?.available ?? true);
  const [imageId, setImageId] = useState(product?.imageId ?? null);
  const [options, setOptions] = useState<OptionDraft[]>(() => toDrafts(product?.options ?? []));
  const [busy, setBusy] = useState(false);

  async function submit(form: FormData) {
    const fields = fieldsOf(form, { available, imageId, options });
    const wrong = fieldErrors(fields);
    setErrors(wrong);
    if (Object.keys(wrong).length > 0) return;
    setBusy(true);
    try {
      await (product === null ? addProduct(fields) : changeProduct(product.id, changesOf(product, fields)));
      toast.success(t("saved"));
      router.refresh();
      onDone();
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      setErrors(Object.keys(error.fields).length > 0 ? error.fields : { form: error.message });
      setBusy(false);
    }
  }

  const number = (name: "price" | "stock", step: string, hint?: string) => (
    <Field label={t(name)} hint={hint} error={errors[name]}>
      {(tied) => (
        <Input
          {...tied}
          {...{ name, step, type: "number", min: "0", dir: "ltr" }}
          inputMode={name === "price" ? "decimal" : "numeric"}
          defaultValue={product?.[name] ?? ""}
          className="tabular-nums"
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
      <Field label={t("name")} error={errors.name}>
        {(tied) => (
          <Input
            {...tied}
            data-focus-first
            name="name"
            dir="auto"
            defaultValue={product?.name}
            maxLength={120}
            className="text-start"
          />
        )}
      </Field>
      <div className="grid gap-4 sm:grid-cols-2">
        {number("price", "0.01")}
        {number("stock", "1", t("stockHint"))}
      </div>
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
      <Field label={t("category")} hint={t("categoryHint")} error={errors.category}>
        {(tied) => (
          <Input
            {...tied}
            name="category"
            dir="auto"
            list={`${id}-categories`}
            defaultValue={product?.category}
            maxLength={60}
            className="text-start"
          />
        )}
      </Field>
      <datalist id={`${id}-categories`}>
        {categories.map((category) => (
          <option key={category} value={category} />
        ))}
      </datalist>
      <ImageField imageId={imageId} name={product?.name ?? ""} onChange={setImageId} error={errors.imageId} />
      <OptionsEditor options={options} onChange={setOptions} error={errors.options} />
      <div className="flex items-center gap-3">
        <Switch id={`${id}-shown`} checked={available} onCheckedChange={setAvailable} />
        <label htmlFor={`${id}-shown`} className="font-semibold text-sm">
          {t("available")}
        </label>
      </div>
      {errors.form ? (
        <p role="alert" className="font-semibold text-live-strong text-sm">
          {errors.form}
        </p>
      ) : null}
      <div className="flex flex-wrap justify-end gap-2">
        <Button onClick={onDone}>{t("cancel")}</Button>
        <Button type="submit" look="primary" aria-disabled={busy}>
          {t("save")}
        </Button>
      </div>
    </form>
  );
}
