import { FileUp } from "lucide-react";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { LONGEST_LIST } from "#lib/broadcasts/schemas/numbers.ts";
import type { FormErrors } from "../templates/form-errors.ts";
import { Field, Select, Textarea } from "../ui/field.tsx";
import type { Draft } from "./draft.ts";

interface AudienceFieldsProps {
  tags: readonly { tag: string; count: number }[];
  draft: Draft;
  onChange: (changes: Partial<Draft>) => void;
  errors: FormErrors;
}

/** Customers with a tag, or a list of numbers. */
export function AudienceFields({ tags, draft, onChange, errors }: AudienceFieldsProps) {
  const t = useTranslations("broadcasts");
  const id = useId();
  return (
    <>
      <fieldset className="flex flex-wrap gap-x-6 gap-y-2">
        <legend className="sr-only">{t("audience")}</legend>
        {(["tag", "list"] as const).map((kind) => (
          <label key={kind} className="flex min-h-8 items-center gap-2 font-semibold text-sm">
            <input
              type="radio"
              name={id}
              checked={draft.kind === kind}
              onChange={() => onChange({ kind })}
              className="size-4 accent-brand"
            />
            {t(kind === "tag" ? "byTag" : "byList")}
          </label>
        ))}
      </fieldset>
      {draft.kind === "list" ? (
        <NumbersField draft={draft} onChange={onChange} error={errors["audience.text"]} />
      ) : tags.length === 0 ? (
        <p className="text-ink-2 text-sm">{t("noTags")}</p>
      ) : (
        <Field label={t("tag")} error={errors["audience.tag"]} className="max-w-96">
          {(tied) => (
            <Select {...tied} value={draft.tag} onChange={(event) => onChange({ tag: event.target.value })}>
              <option value="">{t("chooseTag")}</option>
              {tags.map(({ tag, count }) => (
                <option key={tag} value={tag}>
                  {t("tagOption", { tag, count })}
                </option>
              ))}
            </Select>
          )}
        </Field>
      )}
    </>
  );
}

interface NumbersFieldProps {
  draft: Draft;
  onChange: (changes: Partial<Draft>) => void;
  error: string | undefined;
}

/** Typed, pasted, or read from a file: the text is the same. */
function NumbersField({ draft, onChange, error }: NumbersFieldProps) {
  const t = useTranslations("broadcasts");
  const [problem, setProblem] = useState<string>();

  async function read(file: File | undefined) {
    if (!file) return;
    // A letter is up to four bytes.
    if (file.size > LONGEST_LIST * 4) return setProblem(t("tooLarge"));
    const text = await file.text();
    if (text.includes("\0")) return setProblem(t("notText"));
    if (text.length > LONGEST_LIST) return setProblem(t("tooLarge"));
    setProblem(undefined);
    onChange({ numbers: text });
  }

  return (
    <div className="grid gap-2">
      <Field label={t("numbers")} hint={t("numbersHint")} error={problem ?? error}>
        {(tied) => (
          <Textarea
            {...tied}
            dir="ltr"
            rows={6}
            maxLength={LONGEST_LIST}
            spellCheck={false}
            value={draft.numbers}
            onChange={(event) => {
              setProblem(undefined);
              onChange({ numbers: event.target.value });
            }}
            className="max-h-80 tabular-nums"
          />
        )}
      </Field>
      <label className="flex min-h-9.5 w-fit cursor-pointer items-center gap-1.5 rounded-md border border-line-strong bg-surface-1 px-3.5 font-semibold text-sm focus-within:outline-2 focus-within:outline-brand hover:bg-surface-2">
        <FileUp aria-hidden="true" className="size-4" />
        {t("upload")}
        <input
          type="file"
          accept=".csv,.txt,text/csv,text/plain"
          className="sr-only"
          onChange={(event) => {
            void read(event.target.files?.[0]);
            event.target.value = "";
          }}
        />
      </label>
    </div>
  );
}
