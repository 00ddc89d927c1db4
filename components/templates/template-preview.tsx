import { useTranslations } from "next-intl";
import { Said } from "../ui/bidi.tsx";
import { TemplateButtons } from "./template-mark.tsx";

interface TemplatePreviewProps {
  body: string;
  buttons: readonly { title: string; url: string | null }[];
}

/** A message as the customer will see it; what is not filled in yet stands as {{1}}. */
export function TemplatePreview({ body, buttons }: TemplatePreviewProps) {
  const t = useTranslations("templates");
  return (
    <section aria-label={t("preview")} className="grid gap-1">
      <p className="text-ink-3 text-xs">{t("preview")}</p>
      <div className="w-fit max-w-full rounded-lg rounded-se-xs bg-brand-soft px-3.5 py-2.5 [overflow-wrap:anywhere]">
        <p className="whitespace-pre-wrap">
          <Said>{body}</Said>
        </p>
        <TemplateButtons buttons={buttons} />
      </div>
    </section>
  );
}
