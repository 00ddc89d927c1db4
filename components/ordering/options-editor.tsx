"use client";
import { Plus, Trash2, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "../ui/button.tsx";
import { Input } from "../ui/field.tsx";
import type { OptionDraft } from "./product-fields.ts";

const MOST_OPTIONS = 5;
const MOST_CHOICES = 20;

interface OptionsEditorProps {
  options: OptionDraft[];
  error: string | undefined;
  onChange: (options: OptionDraft[]) => void;
}

/** What a customer has to choose of a product, and what each choice adds to the price. */
export function OptionsEditor({ options, error, onChange }: OptionsEditorProps) {
  const t = useTranslations("products");
  return (
    <fieldset className="grid gap-2">
      <legend className="mb-1.5 font-semibold text-sm">{t("options")}</legend>
      {options.map((option, index) => (
        <Option
          key={option.key}
          option={option}
          onChange={(changed) => onChange(options.with(index, changed))}
          onRemove={() => onChange(options.toSpliced(index, 1))}
        />
      ))}
      {options.length < MOST_OPTIONS ? (
        <Button
          size="sm"
          className="justify-self-start"
          onClick={() => onChange([...options, { key: crypto.randomUUID(), name: "", choices: [choice(), choice()] }])}
        >
          <Plus aria-hidden="true" />
          {t("addOption")}
        </Button>
      ) : null}
      {error ? (
        <p role="alert" className="font-semibold text-live-strong text-xs">
          {error}
        </p>
      ) : null}
    </fieldset>
  );
}

interface OptionProps {
  option: OptionDraft;
  onChange: (option: OptionDraft) => void;
  onRemove: () => void;
}

function Option({ option, onChange, onRemove }: OptionProps) {
  const t = useTranslations("products");
  const { name, choices } = option;
  const named = name || t("option");
  return (
    <div className="grid gap-2 rounded-md border border-line bg-surface-0 p-3">
      <div className="flex items-center gap-2">
        <Input
          dir="auto"
          aria-label={t("optionName")}
          placeholder={t("optionPlaceholder")}
          value={name}
          maxLength={60}
          onChange={(event) => onChange({ ...option, name: event.currentTarget.value })}
          className="text-start"
        />
        <Button look="bare" size="icon" aria-label={t("removeOption", { name: named })} onClick={onRemove}>
          <Trash2 aria-hidden="true" />
        </Button>
      </div>
      {choices.map((one, index) => {
        const change = (changed: Partial<typeof one>) =>
          onChange({ ...option, choices: choices.with(index, { ...one, ...changed }) });
        return (
          <div key={one.key} className="flex items-center gap-2 ps-4">
            <Input
              dir="auto"
              aria-label={t("choice", { number: index + 1, name: named })}
              placeholder={t("choicePlaceholder")}
              value={one.label}
              maxLength={60}
              onChange={(event) => change({ label: event.currentTarget.value })}
              className="min-w-0 flex-1 text-start"
            />
            <span className="flex w-32 items-center gap-1.5 text-ink-2 text-sm">
              <span aria-hidden="true" className="whitespace-nowrap">
                + ₪
              </span>
              <Input
                {...{ type: "number", min: "0", step: "0.01", inputMode: "decimal", dir: "ltr" }}
                aria-label={t("extra", { number: index + 1, name: named })}
                placeholder="0"
                value={one.extra}
                onChange={(event) => change({ extra: event.currentTarget.value })}
                className="tabular-nums"
              />
            </span>
            <Button
              look="bare"
              size="icon"
              aria-label={t("removeChoice", { number: index + 1, name: named })}
              disabled={choices.length === 1}
              onClick={() => onChange({ ...option, choices: choices.toSpliced(index, 1) })}
            >
              <X aria-hidden="true" />
            </Button>
          </div>
        );
      })}
      {choices.length < MOST_CHOICES ? (
        <Button
          look="bare"
          size="sm"
          className="justify-self-start"
          onClick={() => onChange({ ...option, choices: [...choices, choice()] })}
        >
          <Plus aria-hidden="true" />
          {t("addChoice")}
        </Button>
      ) : null}
    </div>
  );
}

function choice(): OptionDraft["choices"][number] {
  return { key: crypto.randomUUID(), label: "", extra: "" };
}
