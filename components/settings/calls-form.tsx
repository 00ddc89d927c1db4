"use client";
import { useTranslations } from "next-intl";
import { callsInput, type SettingsView } from "#lib/businesses/schemas.ts";
import { CardTitle } from "../ui/card.tsx";
import { Field, Input } from "../ui/field.tsx";
import { Choice } from "./choice.tsx";
import { SectionForm } from "./section-form.tsx";
import { useSection } from "./use-section.ts";

/** How calls are answered, and how long the agent waits before it speaks. */
export function CallsForm({ settings, writable }: { settings: SettingsView; writable: boolean }) {
  const t = useTranslations();
  const { enableCallsStream, enableRecordingFallback, turnSilenceMs, openTurnSilenceMs, maxLiveCalls } = settings;
  const { form, state } = useSection("calls", callsInput, {
    ...{ enableCallsStream, enableRecordingFallback, turnSilenceMs, openTurnSilenceMs, maxLiveCalls },
  });
  const { errors } = form.formState;
  const choice = (name: "enableCallsStream" | "enableRecordingFallback") => (
    <Choice
      label={t(`callSettings.${name}`)}
      hint={t(`callSettings.${name}Hint`)}
      checked={form.watch(name)}
      disabled={!writable}
      onChange={(on) => form.setValue(name, on, { shouldDirty: true })}
    />
  );
  const amount = (name: "turnSilenceMs" | "openTurnSilenceMs" | "maxLiveCalls", unit: string, step: number) => (
    <Field label={t(`callSettings.${name}`)} hint={t(`callSettings.${name}Hint`)} error={errors[name]?.message}>
      {(tied) => (
        <span className="flex items-center gap-2">
          <Input
            {...tied}
            {...form.register(name, { valueAsNumber: true })}
            type="number"
            inputMode="numeric"
            step={step}
            dir="ltr"
            readOnly={!writable}
            className="w-28 tabular-nums"
          />
          <span className="text-ink-2 text-sm">{unit}</span>
        </span>
      )}
    </Field>
  );
  return (
    <SectionForm label={t("settings.calls")} writable={writable} {...state}>
      <CardTitle>{t("callSettings.answering")}</CardTitle>
      {choice("enableCallsStream")}
      {choice("enableRecordingFallback")}
      <CardTitle className="border-line border-t pt-5">{t("callSettings.rhythm")}</CardTitle>
      {amount("turnSilenceMs", t("callSettings.milliseconds"), 50)}
      {amount("openTurnSilenceMs", t("callSettings.milliseconds"), 50)}
      <CardTitle className="border-line border-t pt-5">{t("callSettings.load")}</CardTitle>
      {amount("maxLiveCalls", t("callSettings.unitCalls"), 1)}
    </SectionForm>
  );
}
