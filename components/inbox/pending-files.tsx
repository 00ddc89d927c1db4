import { FileText, LoaderCircle, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { attachmentUrl } from "#lib/client/messages.ts";
import { Said } from "../ui/bidi.tsx";
import { Button } from "../ui/button.tsx";
import { Problem } from "../ui/problem.tsx";
import type { PendingFiles as Pending } from "./use-files.ts";

/** What goes out with the next message; each can be taken back. */
export function PendingFiles({ pending: { files, uploading, problem, detach } }: { pending: Pending }) {
  const t = useTranslations("inbox");
  return (
    <>
      {files.length > 0 ? (
        <ul aria-label={t("pendingFiles")} className="flex flex-wrap gap-2">
          {files.map(({ id, kind, fileName }) => (
            <li
              key={id}
              className="flex max-w-full items-center gap-2 rounded-md border border-line bg-surface-1 py-1 ps-1.5 text-sm"
            >
              {kind === "image" ? (
                // biome-ignore lint/performance/noImgElement: private, of any size, and never optimised by us
                <img src={attachmentUrl(id)} alt="" className="size-9 rounded-sm object-cover" />
              ) : (
                <FileText aria-hidden="true" className="size-4 shrink-0 text-ink-3" />
              )}
              <span className="min-w-0 truncate">
                <Said>{fileName}</Said>
              </span>
              <Button look="bare" size="icon" aria-label={t("detach", { file: fileName })} onClick={() => detach(id)}>
                <X aria-hidden="true" />
              </Button>
            </li>
          ))}
        </ul>
      ) : null}
      {uploading ? (
        <p role="status" className="flex items-center gap-1.5 text-ink-2 text-sm">
          <LoaderCircle aria-hidden="true" className="size-4 animate-spin motion-reduce:animate-none" />
          {t("uploading")}
        </p>
      ) : null}
      <Problem>{problem}</Problem>
    </>
  );
}
