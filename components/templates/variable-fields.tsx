import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { TemplateValues, TemplateView } from "#lib/templates/schemas/template.ts";
import { Field, Input } from "../ui/field.tsx";

interface VariableFieldsProps {
  template: TemplateView;
  values: TemplateValues;
  onChange: (values: TemplateValues) => void;
  errors: Partial<Record<string, string>>;
  /** What stands below each field. */
  below?: (variable: string) => ReactNode;
}

/** What is filled into a template, a field for each variable. */
export function VariableFields({ template, values, onChange, errors, below }: VariableFieldsProps) {
  const t = useTranslations("templates");
  return (
    <div className="grid gap-3 sm:grid-cols-2">
      {template.variables.map(({ name, sample }) => (
        <div key={name} className="grid content-start gap-1.5">
          <Field
            label={t("variable", { name })}
            hint={sample ? t("sample", { sample }) : undefined}
            error={errors[`variables.${name}`]}
          >
            {(tied) => (
              <Input
                {...tied}
                dir="auto"
                maxLength={400}
                value={values[name] ?? ""}
                onChange={(event) => onChange({ ...values, [name]: event.target.value })}
                className="text-start"
              />
            )}
          </Field>
          {below?.(name)}
        </div>
      ))}
    </div>
  );
}
