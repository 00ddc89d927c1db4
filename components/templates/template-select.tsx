import { useTranslations } from "next-intl";
import { cut } from "#lib/hebrew/cut.ts";
import { readTemplate } from "#lib/templates/schemas/fill.ts";
import type { TemplateView } from "#lib/templates/schemas/template.ts";
import { Field, Select } from "../ui/field.tsx";

interface TemplateSelectProps {
  templates: readonly TemplateView[];
  chosen: TemplateView | null;
  /** Those that this customer may not be sent. */
  isRefused?: (template: TemplateView) => boolean;
  onChoose: (template: TemplateView | null) => void;
  error?: string | undefined;
}

/** Which of the approved texts. */
export function TemplateSelect({ templates, chosen, isRefused, onChoose, error }: TemplateSelectProps) {
  const t = useTranslations("templates");
  return (
    <Field label={t("choose")} error={error}>
      {({ "aria-invalid": invalid, ...tied }) => (
        <Select
          {...tied}
          aria-invalid={invalid}
          value={chosen?.id ?? ""}
          onChange={(event) => onChoose(templates.find(({ id }) => id === event.target.value) ?? null)}
        >
          <option value="">{t("choosePlaceholder")}</option>
          {templates.map((template) => {
            const refused = isRefused?.(template) ?? false;
            return (
              <option key={template.id} value={template.id} disabled={refused}>
                {refused ? t("needsConsent", { name: template.name }) : `${template.name}: ${beginningOf(template)}`}
              </option>
            );
          })}
        </Select>
      )}
    </Field>
  );
}

const SHOWN = 48;

/** What it is about: names of templates are the carrier's own, and say little. */
function beginningOf({ body }: TemplateView): string {
  const words = readTemplate(body, {}, () => "…").replace(/\s+/g, " ");
  return words.length > SHOWN ? `${cut(words, SHOWN)}…` : words;
}
