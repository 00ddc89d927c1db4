import { useTranslations } from "next-intl";
import type { TemplateApproval, TemplateView } from "#lib/templates/schemas/template.ts";
import { Ltr, Said } from "../ui/bidi.tsx";
import { cardLook } from "../ui/card.tsx";
import { Chip, type ChipTone } from "../ui/chip.tsx";
import { cn } from "../ui/cn.ts";
import { TemplateButtons } from "./template-mark.tsx";

const TONES: Record<TemplateApproval, ChipTone> = {
  approved: "good",
  pending: "warn",
  rejected: "live",
  paused: "warn",
  disabled: "live",
  unsubmitted: "plain",
};

/** One text, and what WhatsApp said of it. */
export function TemplateCard({ template }: { template: TemplateView }) {
  const { name, language, category, approval, rejectionReason, body, buttons } = template;
  const t = useTranslations("templates");
  return (
    <li className={cn(cardLook, "grid content-start gap-2.5 p-4")}>
      <div className="flex flex-wrap items-center gap-2">
        <h2 className="me-auto font-bold text-md [overflow-wrap:anywhere]">
          <Ltr>{name}</Ltr>
        </h2>
        <Chip>{t(`category_${category}`)}</Chip>
        <Chip tone={TONES[approval]}>{t(`approval_${approval}`)}</Chip>
      </div>
      <p className="whitespace-pre-wrap text-sm [overflow-wrap:anywhere]">
        <Said>{body}</Said>
      </p>
      <TemplateButtons buttons={buttons} />
      {rejectionReason ? (
        <p className="text-live-strong text-sm">
          {t.rich("rejected", { reason: rejectionReason, said: (words) => <Said>{words}</Said> })}
        </p>
      ) : null}
      <p className="text-ink-3 text-xs">{t.rich("language", { language, code: (words) => <Ltr>{words}</Ltr> })}</p>
    </li>
  );
}
