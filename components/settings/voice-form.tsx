"use client";
import { LoaderCircle, Play, Square } from "lucide-react";
import { useTranslations } from "next-intl";
import { type SettingsView, voiceInput } from "#lib/businesses/schemas.ts";
import { Button } from "../ui/button.tsx";
import { Field, Select, Textarea } from "../ui/field.tsx";
import { Notice } from "../ui/notice.tsx";
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
  const Icon = preview.state === "preparing" ? LoaderCircle : preview.state === "playing" ? Square : Play;
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
        <Button
          disabled={greeting.trim().length < 2}
          onClick={() => (preview.state === "silent" ? void preview.play(greeting, voice) : preview.stop())}
        >
          <Icon aria-hidden="true" className={preview.state === "preparing" ? "animate-spin" : undefined} />
          {t(
            preview.state === "preparing"
              ? "voice.preparing"
              : preview.state === "playing"
                ? "voice.stop"
                : "voice.listen",
          )}
        </Button>
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
