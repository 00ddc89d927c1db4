"use client";
import { useTranslations } from "next-intl";
import { personaInput, type SettingsView } from "#lib/businesses/schemas.ts";
import { Field, Input, Textarea } from "../ui/field.tsx";
import { SectionForm } from "./section-form.tsx";
import { useSection } from "./use-section.ts";

/** Who answers: the business, its field, and how it speaks. */
export function PersonaForm({ settings, writable }: { settings: SettingsView; writable: boolean }) {
  const t = useTranslations();
  const { name, field, address, tone, instructions } = settings;
  const { form, state } = useSection("persona", personaInput, { name, field, address, tone, instructions });
  const { errors } = form.formState;
  const common = { readOnly: !writable, dir: "auto" } as const;
  return (
    <SectionForm label={t("settings.persona")} writable={writable} {...state}>
      <div className="grid gap-5 sm:grid-cols-2">
        <Field label={t("persona.name")} hint={t("persona.nameHint")} error={errors.name?.message}>
          {(tied) => <Input {...tied} {...common} {...form.register("name")} autoComplete="organization" />}
        </Field>
        <Field label={t("persona.field")} error={errors.field?.message}>
          {(tied) => <Input {...tied} {...common} {...form.register("field")} />}
        </Field>
      </div>
      <Field label={t("persona.address")} hint={t("persona.addressHint")} error={errors.address?.message}>
        {(tied) => <Input {...tied} {...common} {...form.register("address")} autoComplete="street-address" />}
      </Field>
      <Field label={t("persona.tone")} error={errors.tone?.message}>
        {(tied) => <Input {...tied} {...common} {...form.register("tone")} />}
      </Field>
      <Field
        label={t("persona.instructions")}
        hint={t("persona.instructionsHint")}
        error={errors.instructions?.message}
      >
        {(tied) => <Textarea {...tied} {...common} {...form.register("instructions")} rows={10} />}
      </Field>
    </SectionForm>
  );
}
