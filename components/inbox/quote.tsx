import { CornerUpRight } from "lucide-react";
import { useTranslations } from "next-intl";
import type { QuotedMessage } from "#lib/messaging/schemas/views.ts";
import { Said } from "../ui/bidi.tsx";
import { useWordsOf } from "./preview.tsx";

interface QuoteProps {
  quoted: QuotedMessage;
  /** Where the message itself stands on the page; undefined when it was not read yet. */
  href?: string | undefined;
}

/** The message that another one answers, in two lines at most. */
export function Quote({ quoted, href }: QuoteProps) {
  const t = useTranslations("inbox");
  const wordsOf = useWordsOf();
  const Tag = href === undefined ? "span" : "a";
  return (
    <Tag href={href} className="flex min-w-0 items-center gap-1.5 border-brand border-s-2 ps-2 text-ink-2 text-sm">
      <CornerUpRight aria-hidden="true" className="size-3.5 shrink-0" />
      <span className="sr-only">{t(quoted.direction === "out" ? "quotedOurs" : "quotedCustomers")}</span>
      <span className="line-clamp-2">
        <Said>{wordsOf(quoted.text)}</Said>
      </span>
    </Tag>
  );
}
