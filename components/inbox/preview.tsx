import { useTranslations } from "next-intl";
import type { ConversationView } from "#lib/messaging/schemas/views.ts";

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
] as const;

/** The last words of a conversation, or what came instead of words. */
export function Preview({
  of: { lastText, lastDirection },
}: {
  of: Pick<ConversationView, "lastText" | "lastDirection">;
}) {
  const t = useTranslations("inbox");
  const kind = KINDS.find((name) => lastText === `[${name}]`);
  return (
    <>
      {lastDirection === "out" ? <span className="text-ink-3">{t("we")} </span> : null}
      {kind ? t(`kind_${kind}`) : lastText}
    </>
  );
}
