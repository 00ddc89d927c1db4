"use client";
import { useTranslations } from "next-intl";
import { type CallFact, factNames } from "#lib/calls/schemas/insight.ts";
import { Input, Select } from "../../ui/field.tsx";
import { type DraftFact, withWords } from "./draft.ts";
import { RowsField } from "./rows-field.tsx";

interface FactsFieldsProps {
  facts: DraftFact[];
  error: string | undefined;
  onChange: (facts: DraftFact[]) => void;
}

/** The details of a call, one a row. */
export function FactsFields({ facts, error, onChange }: FactsFieldsProps) {
  const t = useTranslations();
  return (
    <RowsField
      legend={t("insight.facts")}
      rows={facts}
      most={20}
      error={error}
      addLabel={t("insight.addFact")}
      removeLabel={(fact) => t("insight.removeFact", { value: fact.value || t(`fact.${fact.name}`) })}
      blank={(key): DraftFact => ({ name: "detail", value: "", turnIndex: null, key })}
      onChange={onChange}
    >
      {(fact, change, isNew) => (
        <div className="grid grid-cols-[6.5rem_minmax(0,1fr)] gap-1.5">
          <Select
            aria-label={t("insight.factName")}
            autoFocus={isNew}
            value={fact.name}
            onChange={(event) => change(withWords(fact, { name: event.target.value as CallFact["name"] }))}
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
            onChange={(event) => change(withWords(fact, { value: event.target.value }))}
          />
        </div>
      )}
    </RowsField>
  );
}
