import { useTranslations } from "next-intl";
import { normalizeForSearch } from "#lib/hebrew/normalize.ts";
import type { CannedReplyView } from "#lib/messaging/schemas/canned-replies.ts";
import { Said } from "../ui/bidi.tsx";
import { cn } from "../ui/cn.ts";

interface CannedPickerProps {
  id: string;
  replies: CannedReplyView[];
  /** Which one Enter takes. */
  active: number;
  onChoose: (reply: CannedReplyView) => void;
}

/** The replies that fit what was typed after the slash; the keys stay in the field below. */
export function CannedPicker({ id, replies, active, onChoose }: CannedPickerProps) {
  const t = useTranslations("inbox");
  return (
    <div
      id={id}
      role="listbox"
      aria-label={t("cannedReplies")}
      className="absolute inset-x-0 bottom-full z-20 mb-1 max-h-64 animate-arrive overflow-y-auto rounded-md border border-line bg-surface-1 p-1.5 shadow-pop"
    >
      {replies.map((reply, index) => (
        <button
          key={reply.id}
          id={`${id}-${index}`}
          ref={(element) => {
            if (index === active) element?.scrollIntoView({ block: "nearest" });
          }}
          type="button"
          role="option"
          tabIndex={-1}
          aria-selected={index === active}
          // The field keeps the focus.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onChoose(reply)}
          className={cn(
            "grid w-full gap-0.5 rounded-sm px-2.5 py-1.5 text-start",
            index === active ? "bg-brand-soft" : "hover:bg-surface-2",
          )}
        >
          <span className="font-semibold text-sm">
            <Said>{reply.title}</Said>
          </span>
          <span className="line-clamp-2 text-ink-2 text-xs">
            <Said>{reply.body}</Said>
          </span>
        </button>
      ))}
      {replies.length === 0 ? <p className="px-2.5 py-1.5 text-ink-2 text-sm">{t("noCannedReply")}</p> : null}
    </div>
  );
}

/** The replies in whose name or text what was typed after the slash stands; null when nothing begins with one. */
export function matchingReplies(replies: CannedReplyView[], typed: string): CannedReplyView[] | null {
  if (!typed.startsWith("/") || typed.includes("\n")) return null;
  const asked = normalizeForSearch(typed.slice(1));
  const stands = (text: string) => normalizeForSearch(text).includes(asked);
  const byTitle = replies.filter(({ title }) => stands(title));
  return [...byTitle, ...replies.filter((one) => !byTitle.includes(one) && stands(one.body))];
}
