"use client";
import { ImageUp, LoaderCircle, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { ApiError } from "#lib/client/api-error.ts";
import { uploadFile } from "#lib/client/messages.ts";
import { Button } from "../ui/button.tsx";
import { ProductImage } from "./product-parts.tsx";

interface ImageFieldProps {
  imageId: string | null;
  name: string;
  error: string | undefined;
  onChange: (imageId: string | null) => void;
}

/** The picture that customers get with a product: uploaded at once, the product's when it is saved. */
export function ImageField({ imageId, name, error, onChange }: ImageFieldProps) {
  const t = useTranslations("products");
  const id = useId();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  async function upload(file: File) {
    setBusy(true);
    setProblem(null);
    try {
      const kept = await uploadFile(file);
      if (kept.kind === "image") onChange(kept.id);
      else setProblem(t("notAnImage"));
    } catch (failure) {
      if (!(failure instanceof ApiError)) throw failure;
      setProblem(failure.message);
    } finally {
      setBusy(false);
    }
  }

  const wrong = problem ?? error;
  return (
    <div className="grid gap-1.5">
      <label htmlFor={id} className="font-semibold text-sm">
        {t("image")}
      </label>
      <div className="flex items-center gap-3">
        <ProductImage imageId={imageId} name={name} />
        <Button asChild>
          <label htmlFor={id} aria-disabled={busy} className="cursor-pointer focus-within:outline-2">
            {busy ? (
              <LoaderCircle aria-hidden="true" className="animate-spin motion-reduce:animate-none" />
            ) : (
              <ImageUp aria-hidden="true" />
            )}
            {t(imageId ? "replaceImage" : "chooseImage")}
            <input
              id={id}
              type="file"
              accept="image/png,image/jpeg,image/webp"
              className="sr-only"
              aria-describedby={wrong ? `${id}-error` : undefined}
              onChange={(event) => {
                const file = event.currentTarget.files?.[0];
                event.currentTarget.value = "";
                if (file && !busy) void upload(file);
              }}
            />
          </label>
        </Button>
        {imageId ? (
          <Button look="bare" size="icon" aria-label={t("removeImage")} onClick={() => onChange(null)}>
            <X aria-hidden="true" />
          </Button>
        ) : null}
      </div>
      {wrong ? (
        <p id={`${id}-error`} role="alert" className="font-semibold text-live-strong text-xs">
          {wrong}
        </p>
      ) : null}
    </div>
  );
}
