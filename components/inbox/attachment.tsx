import { FileText, ImageOff, LoaderCircle } from "lucide-react";
import { useTranslations } from "next-intl";
import { attachmentUrl } from "#lib/client/messages.ts";
import type { AttachmentView } from "#lib/messaging/schemas/views.ts";
import { Said } from "../ui/bidi.tsx";

/** A picture, a sound, a film or a document of a message; or why there is none. */
export function Attachment({ attachment }: { attachment: AttachmentView }) {
  const { id, kind, state, reason, fileName } = attachment;
  const t = useTranslations("inbox");
  if (state === "waiting")
    return (
      <span className="flex items-center gap-1.5 text-ink-3 text-sm">
        <LoaderCircle aria-hidden="true" className="size-4 animate-spin motion-reduce:animate-none" />
        {t("fetching")}
      </span>
    );
  if (state !== "kept")
    return (
      <span className="flex items-center gap-1.5 text-sm text-warn">
        <ImageOff aria-hidden="true" className="size-4 shrink-0" />
        {t(`file_${reason ?? "unreachable"}`)}
      </span>
    );
  const url = attachmentUrl(id);
  switch (kind) {
    case "image":
    case "sticker":
      return (
        <a href={url} target="_blank" rel="noopener">
          {/* biome-ignore lint/performance/noImgElement: private, of any size, and never optimised by us */}
          <img src={url} alt={fileName || t("kind_image")} loading="lazy" className="max-h-72 max-w-full rounded-md" />
        </a>
      );
    case "audio":
      // biome-ignore lint/a11y/useMediaCaption: what was said stands below it
      return <audio controls preload="none" src={url} className="max-w-full" />;
    case "video":
      // biome-ignore lint/a11y/useMediaCaption: a customer's own film has none
      return <video controls preload="none" src={url} className="max-h-72 max-w-full rounded-md" />;
    case "document":
      return (
        <a href={url} download className="flex items-center gap-2 font-semibold text-brand-strong hover:underline">
          <FileText aria-hidden="true" className="size-4 shrink-0" />
          <Said>{fileName || t("kind_document")}</Said>
        </a>
      );
    default:
      return kind satisfies never;
  }
}
