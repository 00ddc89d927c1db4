"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { toast } from "sonner";
import { removeCannedReply } from "#lib/client/settings.ts";
import type { CannedReplyView } from "#lib/messaging/schemas/canned-replies.ts";
import { Said } from "../ui/bidi.tsx";
import { Confirm } from "../ui/confirm.tsx";
import { EditButtons } from "../ui/edit-buttons.tsx";
import { Problem } from "../ui/problem.tsx";
import { useAction } from "../ui/use-action.ts";
import { ReplyForm } from "./reply-form.tsx";

/** One reply: changed in its place, or deleted. */
export function ReplyRow({ reply, writable }: { reply: CannedReplyView; writable: boolean }) {
  const t = useTranslations("replies");
  const [doing, setDoing] = useState<"editing" | "removing" | null>(null);
  const { problem, run } = useAction();
  const { id, title: name, body } = reply;

  async function remove() {
    setDoing(null);
    if (await run(() => removeCannedReply(id))) toast.success(t("removed"));
  }

  if (doing === "editing")
    return (
      <li className="border-line border-t bg-surface-0 px-4 py-3 sm:px-5">
        <ReplyForm reply={reply} onDone={() => setDoing(null)} />
      </li>
    );
  return (
    <li className="flex items-start gap-2 border-line border-t px-4 py-2.5 sm:px-5">
      <div className="grid min-w-0 flex-1 gap-0.5 text-sm [overflow-wrap:anywhere]">
        <p className="font-semibold">
          <Said>{name}</Said>
        </p>
        <p className="whitespace-pre-line text-ink-2">
          <Said>{body}</Said>
        </p>
        <Problem>{problem}</Problem>
      </div>
      {writable ? (
        <div className="flex shrink-0">
          <EditButtons
            editLabel={t("edit", { name })}
            removeLabel={t("remove", { name })}
            onEdit={() => setDoing("editing")}
            onRemove={() => setDoing("removing")}
          />
          <Confirm
            open={doing === "removing"}
            title={t("removeTitle", { name })}
            confirmLabel={t("removeConfirm")}
            cancelLabel={t("cancel")}
            onConfirm={() => void remove()}
            onCancel={() => setDoing(null)}
          >
            {t("removeBody")}
          </Confirm>
        </div>
      ) : null}
    </li>
  );
}
