import { useTranslations } from "next-intl";
import { customerFields } from "#lib/broadcasts/schemas/fields.ts";
import { isName } from "#lib/templates/schemas/fill.ts";
import type { TemplateView } from "#lib/templates/schemas/template.ts";
import type { FormErrors } from "../templates/form-errors.ts";
import { TemplatePreview } from "../templates/template-preview.tsx";
import { TemplateSelect } from "../templates/template-select.tsx";
import { VariableFields } from "../templates/variable-fields.tsx";
import { Button } from "../ui/button.tsx";
import { Notice } from "../ui/notice.tsx";
import type { Draft } from "./draft.ts";
import { inWords } from "./field-words.ts";

interface TextFieldsProps {
  templates: readonly TemplateView[];
  template: TemplateView | null;
  draft: Draft;
  onChange: (changes: Partial<Draft>) => void;
  errors: FormErrors;
}

/** Which template, and what is filled in: the same for everybody, or each customer's own. */
export function TextFields({ templates, template, draft, onChange, errors }: TextFieldsProps) {
  const t = useTranslations("broadcasts");
  const { variables } = draft;

  function choose(chosen: TemplateView | null) {
    const known = chosen?.variables.map(({ name }) => [name, isName(chosen, name) ? "{{first_name}}" : ""]) ?? [];
    onChange({ templateId: chosen?.id ?? "", variables: Object.fromEntries(known) });
  }

  const inserts = (variable: string) => (
    <div className="flex flex-wrap gap-1.5">
      {customerFields.map((field) => (
        <Button
          key={field}
          size="sm"
          aria-label={t("insert", { field: t(`field_${field}`), variable })}
          onClick={() => {
            const before = (variables[variable] ?? "").trim();
            onChange({ variables: { ...variables, [variable]: `${before} {{${field}}}`.trim() } });
          }}
        >
          + {t(`field_${field}`)}
        </Button>
      ))}
    </div>
  );
  return (
    <>
      <TemplateSelect templates={templates} chosen={template} onChoose={choose} error={errors.templateId} />
      {template ? (
        <>
          {template.category === "marketing" ? <Notice tone="info">{t("marketingNote")}</Notice> : null}
          <VariableFields
            template={template}
            values={variables}
            onChange={(values) => onChange({ variables: values })}
            errors={errors}
            below={inserts}
            className="sm:grid-cols-2"
          />
          <TemplatePreview template={template} values={inWords(variables, (field) => t(`field_${field}`))} />
        </>
      ) : null}
    </>
  );
}
