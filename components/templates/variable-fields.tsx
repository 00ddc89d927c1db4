import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { TemplateValues, TemplateView } from "#lib/templates/schemas/template.ts";
import { cn } from "../ui/cn.ts";
import { Field, Input } from "../ui/field.tsx";

interface VariableFieldsProps {
  template: TemplateView;
  values: TemplateValues;
  onChange: (values: TemplateValues) => void;
  errors: Partial<Record<string, string>>;
  /** What stands below each field. */
  below?: (variable: string) => ReactNode;
  className: string;
}

/** What is filled into a template, a field for each variable. */
export function VariableFields({ template, values, onChange, errors, below, className }: VariableFieldsProps) {
  const t = useTranslations("templates");
  return (
    <div className={cn("grid gap-3", className)}>
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
