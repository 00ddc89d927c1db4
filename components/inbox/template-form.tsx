"use client";
import { SendHorizontal } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ApiError } from "#lib/client/api-error.ts";
import { sendTemplate } from "#lib/client/templates.ts";
import type { MarketingConsent } from "#lib/customers/schemas.ts";
import { consentRefusal } from "#lib/templates/schemas/consent.ts";
import { isName, missingIn, valuesFor } from "#lib/templates/schemas/fill.ts";
import type { TemplateValues, TemplateView } from "#lib/templates/schemas/template.ts";
import { errorsOf, type FormErrors } from "../templates/form-errors.ts";
import { NoTemplates } from "../templates/no-templates.tsx";
import { TemplatePreview } from "../templates/template-preview.tsx";
import { TemplateSelect } from "../templates/template-select.tsx";
import { VariableFields } from "../templates/variable-fields.tsx";
import { Button } from "../ui/button.tsx";
import { newKey } from "./new-key.ts";

interface TemplateFormProps {
  conversationId: string;
  customer: { name: string | null; marketing: MarketingConsent };
  /** The approved ones. */
  templates: readonly TemplateView[];
  windowClosed: boolean;
  /** Back to one's own words: to the customer, or when these do not come through, to colleagues. */
  onWords: () => void;
}

/** An approved text to the customer: which, what is filled in, how it will look. */
export function TemplateForm({ conversationId, customer, templates, windowClosed, onWords }: TemplateFormProps) {
  const t = useTranslations("templates");
  const router = useRouter();
  const [chosen, setChosen] = useState<TemplateView | null>(null);
  const [values, setValues] = useState<TemplateValues>({});
  const [errors, setErrors] = useState<FormErrors>({});
  const [busy, setBusy] = useState(false);
  const [onceKey, setOnceKey] = useState(newKey);
  const optedOut = customer.marketing === "refused";

  function choose(template: TemplateView | null) {
    setChosen(template);
    setErrors({});
    setOnceKey(newKey());
    const name = customer.name ?? "";
    const known = template?.variables.map((one) => [one.name, isName(template, one.name) ? name : ""]) ?? [];
    setValues(Object.fromEntries(known));
  }

  async function send() {
    if (busy || chosen === null) return;
    const missing = missingIn(valuesFor(chosen, values)).map((name) => [`variables.${name}`, t("missing")]);
    setErrors(Object.fromEntries(missing));
    if (missing.length > 0) return;
    setBusy(true);
    try {
      await sendTemplate({ conversationId, templateId: chosen.id, variables: values, onceKey });
      choose(null);
      router.refresh();
    } catch (error) {
      setErrors(error instanceof ApiError ? errorsOf(error) : { form: String(error) });
    }
    setBusy(false);
  }

  return (
    <form
      noValidate
      aria-label={t("formName")}
      className="flex max-h-[60dvh] flex-col border-line border-t bg-surface-1"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <div className="grid min-h-0 gap-3 overflow-y-auto p-3">
        {windowClosed ? <p className="text-sm text-warn">{t("windowClosed")}</p> : null}
        {optedOut ? <p className="font-semibold text-sm">{t("optedOut")}</p> : null}
        {!optedOut && templates.length === 0 ? <NoTemplates carried className="py-3" /> : null}
        {!optedOut && templates.length > 0 ? (
          <TemplateSelect
            templates={templates}
            chosen={chosen}
            isRefused={({ category }) => consentRefusal(customer.marketing, category) !== null}
            onChoose={choose}
          />
        ) : null}
        {chosen ? (
          <>
            <VariableFields
              template={chosen}
              values={values}
              onChange={(changed) => {
                setValues(changed);
                setOnceKey(newKey());
              }}
              errors={errors}
              className="grid-cols-2"
            />
            <TemplatePreview template={chosen} values={values} />
          </>
        ) : null}
        {errors.form ? (
          <p role="alert" className="font-semibold text-live-strong text-sm">
            {errors.form}
          </p>
        ) : null}
      </div>
      <div className="flex flex-wrap items-center justify-between gap-2 border-line border-t p-2.5">
        <Button look="bare" onClick={onWords}>
          {t(windowClosed ? "toNote" : "freeText")}
        </Button>
        {chosen ? (
          <Button type="submit" look="primary" aria-disabled={busy} className="min-h-11">
            <SendHorizontal aria-hidden="true" className="rtl:-scale-x-100" />
            {t("send")}
          </Button>
        ) : null}
      </div>
    </form>
  );
}
