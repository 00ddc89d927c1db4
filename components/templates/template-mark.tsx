import { ExternalLink, LayoutTemplate, Reply } from "lucide-react";
import { useTranslations } from "next-intl";
import type { TemplateButton } from "#lib/templates/schemas/template.ts";
import { Said } from "../ui/bidi.tsx";

/** Under the words of a template: that it is one, and the buttons that the customer sees. */
export function TemplateMark({ buttons }: { buttons: readonly TemplateButton[] }) {
  const t = useTranslations("templates");
  return (
    <>
      <TemplateButtons buttons={buttons} />
      <span className="flex items-center gap-1.5 text-ink-3 text-xs">
        <LayoutTemplate aria-hidden="true" className="size-3.5" />
        {t("template")}
      </span>
    </>
  );
}

/** As the customer has them below the message; they do nothing here. */
export function TemplateButtons({ buttons }: { buttons: readonly TemplateButton[] }) {
  const t = useTranslations("templates");
  if (buttons.length === 0) return null;
  return (
    <ul aria-label={t("buttons")} className="flex flex-wrap gap-1.5 pt-1">
      {buttons.map(({ title, url }) => {
        const Icon = url === null ? Reply : ExternalLink;
        return (
          <li
            key={`${title} ${url ?? ""}`}
            className="flex items-center gap-1.5 rounded-md border border-line-strong bg-surface-1 px-2.5 py-1 font-semibold text-ink-2 text-sm"
          >
            <Icon aria-hidden="true" className="size-3.5 text-ink-3" />
            <Said>{title}</Said>
          </li>
        );
      })}
    </ul>
  );
}
