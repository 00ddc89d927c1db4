import { useTranslations } from "next-intl";
import { isSeen } from "#lib/hebrew/bidi.ts";
import type { ConversationView } from "#lib/messaging/schemas/views.ts";
import { withoutMarks } from "#lib/messaging/schemas/whatsapp-marks.ts";
import { SaidBlock } from "../ui/bidi.tsx";

const KINDS = [
  "image",
  "audio",
  "video",
  "document",
  "sticker",
  "location",
  "contact",
  "text",
  "choice",
  "unsupported",
  "deleted",
] as const;

/** The last words of a conversation, or what came instead of words, in one line: what does not fit is cut at their own end. */
export function Preview({
  of: { lastText, lastDirection },
}: {
  of: Pick<ConversationView, "lastText" | "lastDirection">;
}) {
  const t = useTranslations("inbox");
  const wordsOf = useWordsOf();
  return (
    <>
      {lastDirection === "out" ? <span className="shrink-0 text-ink-3">{t("we")}</span> : null}
      <SaidBlock className="min-w-0 flex-1 truncate">{wordsOf(lastText)}</SaidBlock>
    </>
  );
}

/**
 * The beginning of a message in words, also of one that came without any, or with none that can be seen. Without WhatsApp's
 * marks, wherever it was written: here all words look the same.
 */
export function useWordsOf(): (text: string) => string {
  const t = useTranslations("inbox");
  return (text) => {
    const kind = KINDS.find((name) => text === `[${name}]`);
    if (kind) return t(`kind_${kind}`);
    return text !== "" && !isSeen(text) ? t("kind_text") : withoutMarks(text);
  };
}
