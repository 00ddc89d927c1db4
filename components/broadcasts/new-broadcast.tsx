"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { toast } from "sonner";
import { type BroadcastPreview, createBroadcastInput } from "#lib/broadcasts/schemas/broadcast.ts";
import { ApiError } from "#lib/client/api-error.ts";
import { createBroadcast, previewBroadcast } from "#lib/client/broadcasts.ts";
import { missingIn, valuesFor } from "#lib/templates/schemas/fill.ts";
import type { TemplateView } from "#lib/templates/schemas/template.ts";
import { errorsOf, type FormErrors } from "../templates/form-errors.ts";
import { Button } from "../ui/button.tsx";
import { Card, CardTitle } from "../ui/card.tsx";
import { Field, Input } from "../ui/field.tsx";
import { AudienceFields } from "./audience-fields.tsx";
import { type Draft, emptyDraft, toInput } from "./draft.ts";
import { Reach } from "./reach.tsx";
import { TextFields } from "./text-fields.tsx";

interface NewBroadcastProps {
  /** The approved ones. */
  templates: readonly TemplateView[];
  tags: readonly { tag: string; count: number }[];
}

/** What, to whom, how fast; then whom it will reach; and only then it can be sent. */
export function NewBroadcast({ templates, tags }: NewBroadcastProps) {
  const t = useTranslations("broadcasts");
  const missing = useTranslations("templates")("missing");
  const router = useRouter();
  const [draft, setDraft] = useState<Draft>(() => emptyDraft(tags.length > 0));
  const [errors, setErrors] = useState<FormErrors>({});
  const [reach, setReach] = useState<BroadcastPreview | null>(null);
  const [busy, setBusy] = useState(false);
  const template = templates.find(({ id }) => id === draft.templateId) ?? null;

  /** What was counted is no longer true of anything else. */
  function change(changes: Partial<Draft>) {
    setDraft({ ...draft, ...changes });
    setReach(null);
  }

  function problems(): FormErrors {
    const parsed = createBroadcastInput.safeParse(toInput(draft));
    const wrong = parsed.error?.issues.map(({ path, message }) => [path.join("."), message]) ?? [];
    const empty = template ? missingIn(valuesFor(template, draft.variables)) : [];
    return Object.fromEntries([...wrong, ...empty.map((name) => [`variables.${name}`, missing])]);
  }

  async function attempt(work: () => Promise<void>) {
    const wrong = problems();
    setErrors(wrong);
    if (busy || Object.keys(wrong).length > 0) return;
    setBusy(true);
    try {
      await work();
    } catch (error) {
      setErrors(error instanceof ApiError ? errorsOf(error) : { form: String(error) });
    }
    setBusy(false);
  }

  const check = () => attempt(async () => setReach(await previewBroadcast(toInput(draft))));
  const start = () =>
    attempt(async () => {
      const { id } = await createBroadcast(toInput(draft));
      toast.success(t("started"));
      router.push(`/broadcasts/${id}`);
    });

  return (
    <form
      noValidate
      aria-label={t("new")}
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        void (reach && reach.reached > 0 ? start() : check());
      }}
    >
      <Card className="grid gap-4 p-4 sm:p-5">
        <CardTitle>{t("text")}</CardTitle>
        <Field label={t("name")} hint={t("nameHint")} error={errors.name}>
          {(tied) => (
            <Input
              {...tied}
              dir="auto"
              maxLength={80}
              value={draft.name}
              onChange={(event) => change({ name: event.target.value })}
              className="text-start"
            />
          )}
        </Field>
        <TextFields templates={templates} template={template} draft={draft} onChange={change} errors={errors} />
      </Card>
      <Card className="grid gap-4 p-4 sm:p-5">
        <CardTitle>{t("audience")}</CardTitle>
        <AudienceFields tags={tags} draft={draft} onChange={change} errors={errors} />
      </Card>
      <Card className="grid gap-4 p-4 sm:p-5">
        <CardTitle>{t("pace")}</CardTitle>
        <Field label={t("paceLabel")} hint={t("paceHint")} error={errors.perMinute} className="max-w-60">
          {(tied) => (
            <Input
              {...tied}
              type="number"
              inputMode="numeric"
              min="1"
              max="600"
              dir="ltr"
              value={draft.perMinute}
              onChange={(event) => change({ perMinute: event.target.value })}
              className="tabular-nums"
            />
          )}
        </Field>
      </Card>
      {reach ? <Reach reach={reach} /> : null}
      {errors.form ? (
        <p role="alert" className="font-semibold text-live-strong text-sm">
          {errors.form}
        </p>
      ) : null}
      <div className="flex flex-wrap justify-end gap-2">
        <Button type="submit" look="primary" aria-disabled={busy} className="min-h-11 max-sm:w-full">
          {reach && reach.reached > 0 ? t("start", { count: reach.reached }) : t("check")}
        </Button>
      </div>
    </form>
  );
}
