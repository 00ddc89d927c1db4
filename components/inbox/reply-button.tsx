import { Reply } from "lucide-react";
import { useTranslations } from "next-intl";
import type { MessageView } from "#lib/messaging/schemas/views.ts";
import { cn } from "../ui/cn.ts";

/** Beside a bubble: with a mouse it shows when it is pointed at, with the keyboard when it has the focus, on a phone always. */
export function ReplyButton({ ours, onClick }: { ours: boolean; onClick: () => void }) {
  const t = useTranslations("inbox");
  return (
    <button
      type="button"
      aria-label={t("reply")}
      title={t("reply")}
      onClick={onClick}
      className={cn(
        "absolute top-0 grid size-11 place-items-center rounded-full text-ink-3 hover:bg-surface-2 hover:text-ink",
        "pointer-fine:opacity-0 focus-visible:opacity-100 group-hover:opacity-100",
        ours ? "end-full" : "start-full",
      )}
    >
      <Reply aria-hidden="true" className="size-4 rtl:-scale-x-100" />
    </button>
  );
}

/** What has not reached the carrier cannot be quoted there, and what was taken back is gone. */
export function canBeAnswered({ content, deleted, direction, status }: MessageView): boolean {
  if (deleted || content.kind === "event") return false;
  return direction === "in" || status === "sent" || status === "delivered" || status === "read";
}
