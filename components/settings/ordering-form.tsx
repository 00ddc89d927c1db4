"use client";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { orderingInput, type SettingsView } from "#lib/businesses/schemas.ts";
import { Field, Input } from "../ui/field.tsx";
import { Choice } from "./choice.tsx";
import { SectionForm } from "./section-form.tsx";
import { useSection } from "./use-section.ts";

/** What is offered first to who starts to deliver. */
const USUAL_FEE = 25;

/** Whether what customers order by message is brought to them, and for how much. */
export function OrderingForm({ settings, writable }: { settings: SettingsView; writable: boolean }) {
  const t = useTranslations();
  const { form, state } = useSection("ordering", orderingInput, { deliveryFee: settings.deliveryFee });
  const delivers = form.watch("deliveryFee") !== null;
  return (
    <SectionForm label={t("settings.ordering")} writable={writable} {...state}>
      <p className="text-ink-2 text-sm">
        {t.rich("ordering.intro", {
          products: (chunks) => (
            <Link href="/products" className="font-semibold text-brand-strong hover:underline">
              {chunks}
            </Link>
          ),
        })}
      </p>
      <Choice
        label={t("ordering.delivers")}
        hint={t("ordering.deliversHint")}
        checked={delivers}
        disabled={!writable}
        onChange={(on) =>
          form.setValue("deliveryFee", on ? (settings.deliveryFee ?? USUAL_FEE) : null, { shouldDirty: true })
        }
      />
      {delivers ? (
        <Field
          label={t("ordering.fee")}
          hint={t("ordering.feeHint")}
          error={form.formState.errors.deliveryFee?.message}
        >
          {(tied) => (
            <Input
              {...tied}
              {...form.register("deliveryFee", { valueAsNumber: true })}
              type="number"
              inputMode="decimal"
              step="0.01"
              min="0"
              dir="ltr"
              readOnly={!writable}
              className="w-28 tabular-nums"
            />
          )}
        </Field>
      ) : null}
    </SectionForm>
  );
}
