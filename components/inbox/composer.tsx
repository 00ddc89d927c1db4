"use client";
import { LayoutTemplate, Paperclip, SendHorizontal, X } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, useRef, useState } from "react";
import { ApiError } from "#lib/client/api-error.ts";
import { uploadFile, writeMessage } from "#lib/client/messages.ts";
import type { AttachmentView } from "#lib/messaging/schemas/views.ts";
import { Said } from "../ui/bidi.tsx";
import { Button } from "../ui/button.tsx";
import { cn } from "../ui/cn.ts";

interface ComposerProps {
  conversationId: string;
  /** Nothing but approved texts would come through now. */
  windowClosed: boolean;
  /** To an approved text instead of one's own words; undefined where there are none. */
  onTemplate?: (() => void) | undefined;
}

/** Words to the customer, or a note to colleagues. Enter sends, Shift and Enter begins a line. */
export function Composer({ conversationId, windowClosed, onTemplate }: ComposerProps) {
  const t = useTranslations("inbox");
  const templates = useTranslations("templates");
  const router = useRouter();
  const field = useRef<HTMLTextAreaElement>(null);
  const [file, setFile] = useState<AttachmentView | null>(null);
  const [note, setNote] = useState(windowClosed);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  async function send() {
    const body = field.current?.value.trim() ?? "";
    if ((body === "" && file === null) || busy) return;
    setBusy(true);
    setProblem(null);
    try {
      const attachmentIds = file && !note ? [file.id] : [];
      await writeMessage({ conversationId, body, note, attachmentIds, onceKey: crypto.randomUUID() });
      if (field.current) field.current.value = "";
      setFile(null);
      router.refresh();
    } catch (error) {
      setProblem(error instanceof ApiError ? error.message : String(error));
    }
    setBusy(false);
    field.current?.focus();
  }

  async function attach(chosen: File | undefined) {
    if (chosen === undefined) return;
    setBusy(true);
    setProblem(null);
    try {
      setFile(await uploadFile(chosen));
    } catch (error) {
      setProblem(error instanceof ApiError ? error.message : String(error));
    }
    setBusy(false);
  }

  function onKeyDown(event: KeyboardEvent) {
    // While a Hebrew or other input method composes, Enter belongs to it.
    if (event.key !== "Enter" || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    void send();
  }

  return (
    <form
      aria-label={t(note ? "writeNote" : "write")}
      className={cn("grid gap-2 border-line border-t p-3", note ? "bg-warn-soft" : "bg-surface-1")}
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      {windowClosed ? <p className="text-sm text-warn">{t("windowClosed")}</p> : null}
      {file ? (
        <p className="flex items-center gap-2 text-sm">
          <Paperclip aria-hidden="true" className="size-4 text-ink-3" />
          <Said>{file.fileName}</Said>
          <Button look="bare" size="icon" aria-label={t("detach")} onClick={() => setFile(null)}>
            <X aria-hidden="true" />
          </Button>
        </p>
      ) : null}
      <div className="flex items-end gap-2">
        {onTemplate ? (
          <Button
            size="icon"
            className="size-11"
            aria-label={templates("use")}
            title={templates("use")}
            onClick={onTemplate}
          >
            <LayoutTemplate aria-hidden="true" className="size-4.5" />
          </Button>
        ) : null}
        {note ? null : (
          <label className="grid size-11 shrink-0 cursor-pointer place-items-center rounded-md border border-line-strong text-ink-2 focus-within:outline-2 focus-within:outline-brand hover:bg-surface-2">
            <Paperclip aria-hidden="true" className="size-4.5" />
            <span className="sr-only">{t("attach")}</span>
            <input
              type="file"
              className="sr-only"
              onChange={(event) => {
                void attach(event.target.files?.[0]);
                event.target.value = "";
              }}
            />
          </label>
        )}
        <textarea
          onDragOver={(event) => event.preventDefault()}
          onDrop={(event) => {
            event.preventDefault();
            if (!note) void attach(event.dataTransfer.files[0]);
          }}
          onPaste={(event) => {
            const pasted = event.clipboardData.files[0];
            if (pasted && !note) void attach(pasted);
          }}
          ref={field}
          rows={2}
          dir="auto"
          maxLength={1600}
          onKeyDown={onKeyDown}
          aria-label={t(note ? "writeNote" : "write")}
          placeholder={t(note ? "writeNote" : "write")}
          className="field-sizing-content max-h-48 min-h-11 w-full resize-none rounded-md border border-field bg-surface-1 px-3 py-2 text-md [text-align:match-parent]"
        />
        <Button type="submit" look="primary" aria-disabled={busy} className="min-h-11">
          <SendHorizontal aria-hidden="true" className="rtl:-scale-x-100" />
          {t(note ? "saveNote" : "send")}
        </Button>
      </div>
      {problem ? (
        <p role="alert" className="font-semibold text-live-strong text-sm">
          {problem}
        </p>
      ) : null}
      {windowClosed ? null : (
        <label className="flex w-fit items-center gap-2 text-ink-2 text-sm">
          <input
            type="checkbox"
            checked={note}
            onChange={(event) => setNote(event.target.checked)}
            className="size-4 accent-brand"
          />
          {t("asNote")}
        </label>
      )}
    </form>
  );
}
