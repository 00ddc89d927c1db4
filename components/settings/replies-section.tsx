import { Zap } from "lucide-react";
import { useTranslations } from "next-intl";
import type { CannedReplyView } from "#lib/messaging/schemas/canned-replies.ts";
import { Card, CardTitle } from "../ui/card.tsx";
import { Empty } from "../ui/empty.tsx";
import { Notice } from "../ui/notice.tsx";
import { ReplyForm } from "./reply-form.tsx";
import { ReplyRow } from "./reply-row.tsx";

/** The texts that the staff send again and again. */
export function RepliesSection({ replies, writable }: { replies: CannedReplyView[]; writable: boolean }) {
  const t = useTranslations();
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
      {writable ? null : <Notice tone="info">{t("settings.readOnly")}</Notice>}
      <Card aria-labelledby="replies">
        <div className="grid gap-1 p-4 sm:px-5">
          <CardTitle id="replies">{t("replies.title")}</CardTitle>
          <p className="text-ink-2 text-sm">{t("replies.intro")}</p>
        </div>
        {writable ? (
          <div className="border-line border-t px-4 py-3 sm:px-5">
            <ReplyForm reply={null} />
          </div>
        ) : null}
        {replies.length === 0 ? (
          <Empty icon={Zap} title={t("replies.emptyTitle")} className="border-line border-t">
            {t("replies.empty")}
          </Empty>
        ) : (
          <ul aria-label={t("replies.title")}>
            {replies.map((reply) => (
              <ReplyRow key={reply.id} reply={reply} writable={writable} />
            ))}
          </ul>
        )}
      </Card>
    </div>
  );
}
