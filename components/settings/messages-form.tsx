"use client";
import { useTranslations } from "next-intl";
import { messagesInput, type SettingsView } from "#lib/businesses/schemas.ts";
import { Field, Input } from "../ui/field.tsx";
import { Choice } from "./choice.tsx";
import { SectionForm } from "./section-form.tsx";
import { useSection } from "./use-section.ts";

/** Whether the agent answers what customers write, and how long it waits for more of it. */
export function MessagesForm({ settings, writable }: { settings: SettingsView; writable: boolean }) {
  const t = useTranslations();
  const { enableMessageAgent, replyDelaySeconds } = settings;
  const { form, state } = useSection("messages", messagesInput, { enableMessageAgent, replyDelaySeconds });
  return (
    <SectionForm label={t("settings.messages")} writable={writable} {...state}>
      <Choice
        label={t("messageSettings.enableMessageAgent")}
        hint={t("messageSettings.enableMessageAgentHint")}
        checked={form.watch("enableMessageAgent")}
        disabled={!writable}
        onChange={(on) => form.setValue("enableMessageAgent", on, { shouldDirty: true })}
      />
      <Field
        label={t("messageSettings.replyDelay")}
        hint={t("messageSettings.replyDelayHint")}
        error={form.formState.errors.replyDelaySeconds?.message}
      >
        {(tied) => (
          <span className="flex items-center gap-2">
            <Input
              {...tied}
              {...form.register("replyDelaySeconds", { valueAsNumber: true })}
              type="number"
              inputMode="decimal"
              min="0"
              max="10"
              step="0.5"
              dir="ltr"
              readOnly={!writable}
              className="w-28 tabular-nums"
            />
            <span className="text-ink-2 text-sm">{t("messageSettings.seconds")}</span>
          </span>
        )}
      </Field>
    </SectionForm>
  );
}
