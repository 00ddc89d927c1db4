"use client";
import { Plus, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { type CallFact, factNames } from "#lib/calls/schemas/insight.ts";
import { Button } from "../../ui/button.tsx";
import { Input, Select } from "../../ui/field.tsx";
import { type DraftFact, withWords } from "./draft.ts";

interface FactsFieldsProps {
  facts: DraftFact[];
  error: string | undefined;
  onChange: (facts: DraftFact[]) => void;
}

const MOST = 20;

/** The details of a call, one a row: changed, taken away, added. */
export function FactsFields({ facts, error, onChange }: FactsFieldsProps) {
  const t = useTranslations();
  const change = (key: number, words: Partial<Pick<DraftFact, "name" | "value">>) =>
    onChange(facts.map((fact) => (fact.key === key ? withWords(fact, words) : fact)));
  const add = () =>
    onChange([
      ...facts,
      { name: "detail", value: "", turnIndex: null, key: Math.max(-1, ...facts.map(({ key }) => key)) + 1 },
    ]);
  return (
    <fieldset className="grid grid-cols-[minmax(0,1fr)] gap-2">
      <legend className="mb-1.5 font-semibold text-sm">{t("insight.facts")}</legend>
      {facts.map((fact) => (
        <div key={fact.key} className="grid grid-cols-[6.5rem_minmax(0,1fr)_auto] items-center gap-1.5">
          <Select
            aria-label={t("insight.factName")}
            value={fact.name}
            onChange={(event) => change(fact.key, { name: event.target.value as CallFact["name"] })}
          >
            {factNames.map((name) => (
              <option key={name} value={name}>
                {t(`fact.${name}`)}
              </option>
            ))}
          </Select>
          <Input
            aria-label={t("insight.factValue")}
            aria-invalid={error && fact.value.trim() === "" ? true : undefined}
            dir="auto"
            maxLength={200}
            value={fact.value}
            onChange={(event) => change(fact.key, { value: event.target.value })}
          />
          <Button
            look="bare"
            size="icon"
            aria-label={t("insight.removeFact", { value: fact.value || t(`fact.${fact.name}`) })}
            onClick={() => onChange(facts.filter(({ key }) => key !== fact.key))}
          >
            <X aria-hidden="true" />
          </Button>
        </div>
      ))}
      {error ? (
        <p role="alert" className="font-semibold text-live-strong text-xs">
          {error}
        </p>
      ) : null}
      {facts.length < MOST ? (
        <Button size="sm" look="bare" onClick={add} className="justify-self-start">
          <Plus aria-hidden="true" />
          {t("insight.addFact")}
        </Button>
      ) : null}
    </fieldset>
  );
}
