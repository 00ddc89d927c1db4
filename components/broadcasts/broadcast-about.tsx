import { useTranslations } from "next-intl";
import type { BroadcastDetails } from "#lib/broadcasts/schemas/broadcast.ts";
import { TemplatePreview } from "../templates/template-preview.tsx";
import { Ltr, Said } from "../ui/bidi.tsx";
import { Card } from "../ui/card.tsx";
import { cn } from "../ui/cn.ts";
import { AudienceName } from "./audience-name.tsx";
import { inWords } from "./field-words.ts";
import { Progress } from "./progress.tsx";

/** What is sent, to whom, how fast and by whom. */
export function BroadcastAbout({ broadcast, className }: { broadcast: BroadcastDetails; className?: string }) {
  const t = useTranslations("broadcasts");
  const { template, templateName, variables, audience, perMinute, createdByName } = broadcast;
  return (
    <Card className={cn("grid gap-3 p-4 text-sm sm:p-5", className)}>
      <Progress broadcast={broadcast} />
      <TemplatePreview template={template} values={inWords(variables, (field) => t(`field_${field}`))} />
      <ul className="grid gap-1 text-ink-2">
        <li>
          <AudienceName audience={audience} />
        </li>
        <li>{t.rich("template", { name: templateName, code: (words) => <Ltr>{words}</Ltr> })}</li>
        <li>{t("perMinute", { count: perMinute })}</li>
        {createdByName ? <li>{t.rich("by", { name: createdByName, said: (words) => <Said>{words}</Said> })}</li> : null}
      </ul>
    </Card>
  );
}
