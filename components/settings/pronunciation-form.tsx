"use client";
import { Plus } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { toast } from "sonner";
import { type PronunciationView, pronunciationInput } from "#lib/businesses/schemas.ts";
import { ApiError } from "#lib/client/api-error.ts";
import { keepPronunciation } from "#lib/client/settings.ts";
import { Button } from "../ui/button.tsx";
import { Field, Input } from "../ui/field.tsx";
import { type Listen, ListenButton } from "./listen-button.tsx";
import { useUnsaved } from "./unsaved-guard.tsx";

interface PronunciationFormProps {
  /** The word to change; null for a new one. */
  word: PronunciationView | null;
  listenTo: (spoken: string) => Listen;
  /** After it was kept, or given up. */
  onDone?: () => void;
}

const nothing = { written: "", spoken: "" };

/** A word as it is written and as it is said, with its sound before it is kept. */
export function PronunciationForm({ word, listenTo, onDone }: PronunciationFormProps) {
  const t = useTranslations("pronunciation");
  const router = useRouter();
  const first = useRef<HTMLInputElement>(null);
  const [values, setValues] = useState({ ...nothing, ...word });
  const [errors, setErrors] = useState<Partial<Record<string, string>>>({});
  const [busy, setBusy] = useState(false);
  useUnsaved(values.written !== (word?.written ?? "") || values.spoken !== (word?.spoken ?? ""));

  async function submit() {
    const parsed = pronunciationInput.safeParse(values);
    if (!parsed.success)
      return setErrors(
        Object.fromEntries(parsed.error.issues.map((issue) => [String(issue.path[0]), issue.message]).reverse()),
      );
    setErrors({});
    setBusy(true);
    try {
      await keepPronunciation(word?.id ?? null, parsed.data);
      toast.success(t(word ? "changed" : "added"));
      if (!word) setValues(nothing);
      router.refresh();
      onDone?.();
      if (!word) first.current?.focus();
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      setErrors(Object.keys(error.fields).length > 0 ? error.fields : { written: error.message });
    }
    setBusy(false);
  }

  const field = (name: "written" | "spoken", maxLength: number) => (
    <Field label={t(name)} error={errors[name]}>
      {(tied) => (
        <Input
          {...tied}
          ref={name === "written" ? first : undefined}
          dir="auto"
          autoComplete="off"
          autoFocus={name === "spoken" && word !== null}
          maxLength={maxLength}
          placeholder={t(`${name}Placeholder`)}
          value={values[name]}
          onChange={(event) => setValues({ ...values, [name]: event.target.value })}
          className="text-start"
        />
      )}
    </Field>
  );

  return (
    <form
      noValidate
      aria-label={word ? t("edit", { word: word.written }) : t("newWord")}
      className="grid items-start gap-3 sm:grid-cols-[minmax(0,1fr)_minmax(0,1fr)_auto]"
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) void submit();
      }}
      onKeyDown={(event) => {
        if (event.key === "Escape") onDone?.();
      }}
    >
      {field("written", 60)}
      {field("spoken", 120)}
      <div className="flex flex-wrap gap-2 sm:pt-6.5">
        <ListenButton {...listenTo(values.spoken)} label={t("listenNew")} disabled={values.spoken.trim().length < 2} />
        {word ? <Button onClick={onDone}>{t("cancel")}</Button> : null}
        <Button type="submit" look="primary" aria-disabled={busy}>
          {word ? null : <Plus aria-hidden="true" />}
          {t(word ? "save" : "add")}
        </Button>
      </div>
    </form>
  );
}
