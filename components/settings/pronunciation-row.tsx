"use client";
import { ArrowLeft } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { toast } from "sonner";
import type { PronunciationView } from "#lib/businesses/schemas.ts";
import { ApiError } from "#lib/client/api-error.ts";
import { removePronunciation } from "#lib/client/settings.ts";
import { Said } from "../ui/bidi.tsx";
import { Confirm } from "../ui/confirm.tsx";
import { EditButtons } from "../ui/edit-buttons.tsx";
import { type Listen, ListenButton } from "./listen-button.tsx";
import { PronunciationForm } from "./pronunciation-form.tsx";

interface PronunciationRowProps {
  word: PronunciationView;
  writable: boolean;
  listenTo: (spoken: string) => Listen;
}

/** One word: listened to, changed in its place, or taken away. */
export function PronunciationRow({ word, writable, listenTo }: PronunciationRowProps) {
  const t = useTranslations("pronunciation");
  const router = useRouter();
  const [editing, setEditing] = useState(false);
  const [removing, setRemoving] = useState(false);

  async function remove() {
    setRemoving(false);
    try {
      await removePronunciation(word.id);
      toast.success(t("removed"));
    } catch (error) {
      toast.error(error instanceof ApiError ? error.message : String(error));
    }
    router.refresh();
  }

  if (editing)
    return (
      <li className="border-line border-t bg-surface-0 px-4 py-3 sm:px-5">
        <PronunciationForm word={word} listenTo={listenTo} onDone={() => setEditing(false)} />
      </li>
    );
  return (
    <li className="flex items-center gap-2 border-line border-t px-4 py-2 sm:px-5">
      <p className="flex min-w-0 flex-1 flex-wrap items-center gap-x-3 break-words text-sm">
        <span className="min-w-0 font-semibold">
          <Said>{word.written}</Said>
        </span>
        <ArrowLeft aria-hidden="true" className="size-4 shrink-0 text-ink-3 ltr:rotate-180" />
        <span className="min-w-0 text-ink-2">
          <Said>{word.spoken}</Said>
        </span>
      </p>
      {writable ? (
        <div className="flex shrink-0">
          <ListenButton compact {...listenTo(word.spoken)} label={t("listen", { word: word.written })} />
          <EditButtons
            editLabel={t("edit", { word: word.written })}
            removeLabel={t("remove", { word: word.written })}
            onEdit={() => setEditing(true)}
            onRemove={() => setRemoving(true)}
          />
          <Confirm
            open={removing}
            title={t("removeTitle", { word: word.written })}
            confirmLabel={t("removeConfirm")}
            cancelLabel={t("cancel")}
            onConfirm={() => void remove()}
            onCancel={() => setRemoving(false)}
          >
            {t("removeBody")}
          </Confirm>
        </div>
      ) : null}
    </li>
  );
}
