"use client";
import { useTranslations } from "next-intl";
import { type SettingsView, voiceInput } from "#lib/businesses/schemas.ts";
import { Field, Select, Textarea } from "../ui/field.tsx";
import { Notice } from "../ui/notice.tsx";
import { ListenButton } from "./listen-button.tsx";
import { SectionForm } from "./section-form.tsx";
import { useSection } from "./use-section.ts";
import { useVoicePreview } from "./use-voice-preview.ts";
import { useVoices } from "./use-voices.ts";

/** What is said first, and in which voice; both can be listened to before saving. */
export function VoiceForm({ settings, writable }: { settings: SettingsView; writable: boolean }) {
  const t = useTranslations();
  const { form, state } = useSection("voice", voiceInput, { greeting: settings.greeting, voice: settings.voice });
  const { errors } = form.formState;
  const preview = useVoicePreview();
  const { voices, failed } = useVoices();
  const voice = form.watch("voice");
  const greeting = form.watch("greeting");
  return (
    <SectionForm label={t("settings.voice")} writable={writable} {...state}>
      <Field label={t("voice.greeting")} hint={t("voice.greetingHint")} error={errors.greeting?.message}>
        {(tied) => <Textarea {...tied} {...form.register("greeting")} readOnly={!writable} dir="auto" rows={3} />}
      </Field>
      <Field label={t("voice.voice")} hint={failed ? t("voice.noVoices") : undefined} error={errors.voice?.message}>
        {(tied) => (
          <Select
            {...tied}
            disabled={!writable}
            value={voice ?? ""}
            onChange={(event) => form.setValue("voice", event.target.value || null, { shouldDirty: true })}
            className="sm:max-w-sm"
          >
            <option value="">{t("voice.automatic")}</option>
            {voice && !voices.some((known) => known.name === voice) ? <option value={voice}>{voice}</option> : null}
            {voices.map(({ name, gender }) => (
              <option key={name} value={name}>
                {t(`voice.gender_${genderOf(gender)}`)} · {name}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <div className="flex flex-wrap items-center gap-3">
        <ListenButton
          preview={preview}
          label={t("voice.listen")}
          disabled={greeting.trim().length < 2}
          onPlay={() => void preview.play({ text: greeting, voice })}
        />
        {preview.problem ? (
          <Notice tone="wrong" urgent>
            {preview.problem}
          </Notice>
        ) : null}
      </div>
    </SectionForm>
  );
}

function genderOf(gender: string): "female" | "male" | "neutral" {
  const word = gender.toLowerCase();
  return word === "female" || word === "male" ? word : "neutral";
}
