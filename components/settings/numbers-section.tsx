"use client";
import { useTranslations } from "next-intl";
import { type SettingsView, transferInput } from "#lib/businesses/schemas.ts";
import { formatPhone } from "#lib/hebrew/phone.ts";
import { Phone, Said } from "../ui/bidi.tsx";
import { Card, CardTitle } from "../ui/card.tsx";
import { CopyLine } from "../ui/copy-line.tsx";
import { Field, Input } from "../ui/field.tsx";
import { SectionForm } from "./section-form.tsx";
import { useSection } from "./use-section.ts";

/** The business's numbers, how to connect them, and where a caller who wants a person goes. */
export function NumbersSection({ settings, writable }: { settings: SettingsView; writable: boolean }) {
  const t = useTranslations("numbers");
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
      <Card className="grid gap-3 p-4 sm:p-5" aria-labelledby="numbers">
        <CardTitle id="numbers">{t("title")}</CardTitle>
        {settings.phoneNumbers.length === 0 ? <p className="text-ink-2 text-sm">{t("none")}</p> : null}
        <ul className="grid gap-1">
          {settings.phoneNumbers.map((number) => (
            <li key={number.id} className="flex flex-wrap items-baseline gap-x-3">
              <Phone e164={number.e164} className="font-semibold text-lg" />
              {number.label ? <Said className="text-ink-2 text-sm">{number.label}</Said> : null}
            </li>
          ))}
        </ul>
      </Card>
      <Card className="grid grid-cols-[minmax(0,1fr)] gap-3 p-4 sm:p-5" aria-labelledby="webhooks">
        <CardTitle id="webhooks">{t("webhooks")}</CardTitle>
        <p className="text-ink-2 text-sm">{t("webhooksHint")}</p>
        <CopyLine label={t("incomingCall")} value={settings.webhooks.incomingCall} />
        <CopyLine label={t("voiceFallback")} value={settings.webhooks.voiceFallback} />
        <CopyLine label={t("callStatus")} value={settings.webhooks.callStatus} />
      </Card>
      <TransferForm transferPhone={settings.transferPhone} writable={writable} />
    </div>
  );
}

function TransferForm({ transferPhone, writable }: { transferPhone: string | null; writable: boolean }) {
  const t = useTranslations("numbers");
  const { form, state } = useSection("transfer", transferInput, {
    transferPhone: transferPhone ? formatPhone(transferPhone) : "",
  });
  return (
    <SectionForm label={t("transferTitle")} writable={writable} {...state}>
      <CardTitle>{t("transferTitle")}</CardTitle>
      <Field label={t("transfer")} hint={t("transferHint")} error={form.formState.errors.transferPhone?.message}>
        {(tied) => (
          <Input
            {...tied}
            {...form.register("transferPhone")}
            type="tel"
            dir="ltr"
            readOnly={!writable}
            autoComplete="tel"
            className="text-start sm:max-w-xs rtl:text-end"
          />
        )}
      </Field>
    </SectionForm>
  );
}
