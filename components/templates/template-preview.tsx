import { useTranslations } from "next-intl";
import { readTemplate } from "#lib/templates/schemas/fill.ts";
import type { TemplateValues, TemplateView } from "#lib/templates/schemas/template.ts";
import { Said } from "../ui/bidi.tsx";
import { TemplateButtons } from "./template-mark.tsx";

interface TemplatePreviewProps {
  template: Pick<TemplateView, "body" | "buttons">;
  values: TemplateValues;
}

/** A message as the customer will see it; what is not filled in yet stands in brackets. */
export function TemplatePreview({ template: { body, buttons }, values }: TemplatePreviewProps) {
  const t = useTranslations("templates");
  const words = (name: string) => `[${t("variable", { name })}]`;
  return (
    <section aria-label={t("preview")} className="grid gap-1">
      <p className="text-ink-3 text-xs">{t("preview")}</p>
      <div className="w-fit max-w-full rounded-lg rounded-se-xs bg-brand-soft px-3.5 py-2.5 [overflow-wrap:anywhere]">
        <p className="whitespace-pre-wrap">
          <Said>{readTemplate(body, values, words)}</Said>
        </p>
        <TemplateButtons buttons={buttons} />
      </div>
    </section>
  );
}
