"use client";
import { Plus } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useRef, useState } from "react";
import { toast } from "sonner";
import { ApiError } from "#lib/client/api-error.ts";
import { keepCannedReply } from "#lib/client/settings.ts";
import { type CannedReplyView, cannedReplyInput, cannedVariables } from "#lib/messaging/schemas/canned-replies.ts";
import { insertAt } from "../inbox/insert-at.ts";
import { Button } from "../ui/button.tsx";
import { Field, Input, Textarea } from "../ui/field.tsx";
import { useUnsaved } from "./unsaved-guard.tsx";

interface ReplyFormProps {
  /** The one to change; null for a new one. */
  reply: CannedReplyView | null;
  /** After it was kept, or given up. */
  onDone?: () => void;
}

const nothing = { title: "", body: "" };

/** A short name and a text, with what is filled in at the press of a button. */
export function ReplyForm({ reply, onDone }: ReplyFormProps) {
  const t = useTranslations("replies");
  const router = useRouter();
  const text = useRef<HTMLTextAreaElement>(null);
  const [values, setValues] = useState({ ...nothing, ...reply });
  const [errors, setErrors] = useState<Partial<Record<string, string>>>({});
  const [busy, setBusy] = useState(false);
  useUnsaved(values.title !== (reply?.title ?? "") || values.body !== (reply?.body ?? ""));

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (busy) return;
    const parsed = cannedReplyInput.safeParse(values);
    if (!parsed.success) {
      const found = parsed.error.issues.map((issue) => [String(issue.path[0]), issue.message]);
      return setErrors(Object.fromEntries(found.reverse()));
    }
    setBusy(true);
    setErrors({});
    try {
      await keepCannedReply(reply?.id ?? null, parsed.data);
      toast.success(t(reply ? "changed" : "added"));
      if (!reply) setValues(nothing);
      router.refresh();
      onDone?.();
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      setErrors(Object.keys(error.fields).length > 0 ? error.fields : { title: error.message });
    }
    setBusy(false);
  }

  return (
    <form
      noValidate
      aria-label={reply ? t("edit", { name: reply.title }) : t("new")}
      className="grid gap-3"
      onSubmit={(event) => void submit(event)}
      onKeyDown={(event) => {
        if (event.key === "Escape") onDone?.();
      }}
    >
      <Field label={t("name")} error={errors.title}>
        {(tied) => (
          <Input
            {...tied}
            dir="auto"
            autoComplete="off"
            autoFocus={reply !== null}
            maxLength={60}
            placeholder={t("namePlaceholder")}
            value={values.title}
            onChange={(event) => setValues({ ...values, title: event.target.value })}
            className="max-w-sm text-start"
          />
        )}
      </Field>
      <Field label={t("body")} error={errors.body}>
        {(tied) => (
          <Textarea
            {...tied}
            ref={text}
            dir="auto"
            maxLength={1500}
            placeholder={t("bodyPlaceholder")}
            value={values.body}
            onChange={(event) => setValues({ ...values, body: event.target.value })}
            className="text-start"
          />
        )}
      </Field>
      <div className="flex flex-wrap items-center gap-2">
        <fieldset className="flex flex-wrap items-center gap-1.5">
          <legend className="sr-only">{t("insert")}</legend>
          {cannedVariables.map((name) => (
            <Button
              key={name}
              size="sm"
              onClick={() => {
                setValues({ ...values, body: insertAt(text.current, `{{${name}}}`) });
                text.current?.focus();
              }}
            >
              <bdi>{`{{${name}}}`}</bdi>
            </Button>
          ))}
        </fieldset>
        <div className="ms-auto flex gap-2">
          {reply ? <Button onClick={onDone}>{t("cancel")}</Button> : null}
          <Button type="submit" look="primary" aria-disabled={busy}>
            {reply ? null : <Plus aria-hidden="true" />}
            {t(reply ? "save" : "add")}
          </Button>
        </div>
      </div>
    </form>
  );
}
