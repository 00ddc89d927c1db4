"use client";
import { LayoutTemplate, Paperclip, SendHorizontal, Zap } from "lucide-react";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, useEffect, useId, useRef } from "react";
import { writeMessage } from "#lib/client/messages.ts";
import { cut } from "#lib/hebrew/cut.ts";
import { type CannedReplyView, type CannedVariable, fillIn } from "#lib/messaging/schemas/canned-replies.ts";
import type { ConversationView } from "#lib/messaging/schemas/views.ts";
import { Button } from "../ui/button.tsx";
import { cn } from "../ui/cn.ts";
import { Problem } from "../ui/problem.tsx";
import { useAction } from "../ui/use-action.ts";
import { CannedPicker } from "./canned-picker.tsx";
import { EmojiButton } from "./emoji/emoji-button.tsx";
import { insertAt } from "./insert-at.ts";
import { PendingFiles } from "./pending-files.tsx";
import { ReplyBar } from "./reply-bar.tsx";
import { type Draft, messagesOf, sendMessages } from "./send-draft.ts";
import { useCanned } from "./use-canned.ts";
import type { DraftInHand } from "./use-draft.ts";
import type { PendingFiles as Pending } from "./use-files.ts";
import type { FreeWords } from "./use-window.ts";
import { WritingHint } from "./writing-hint.tsx";

interface ComposerProps {
  conversation: Pick<ConversationView, "id" | "channel" | "quotes">;
  /** Where they are not open, nothing but approved texts would come through now. */
  freeWords: FreeWords;
  draft: Draft;
  change: DraftInHand["change"];
  wasSent: DraftInHand["wasSent"];
  pending: Pending;
  replies: CannedReplyView[];
  /** What is filled into canned replies. */
  values: Record<CannedVariable, string | null>;
  /** With every key, and when nothing is being typed any more. */
  presence: { typing: () => void; stopped: () => void };
  /** To an approved text instead of one's own words; undefined where there are none. */
  onTemplate?: (() => void) | undefined;
}

const LONGEST = 1600;

/** Words to the customer, or a note to colleagues. Enter sends, Shift and Enter begins a line, a slash opens the canned replies. */
export function Composer(props: ComposerProps) {
  const { conversation, freeWords, draft, change, wasSent, pending, replies, values, presence, onTemplate } = props;
  const { body, note, replyTo } = draft;
  const t = useTranslations("inbox");
  const templates = useTranslations("templates");
  const field = useRef<HTMLTextAreaElement>(null);
  const pickerId = useId();
  const { busy, problem, run } = useAction();
  const canned = useCanned(replies, note ? "" : body, {
    onChoose: (reply) => write(fillIn(reply.body, values)),
    onCancel: () => write(""),
  });

  // Who chooses a message to answer writes next.
  useEffect(() => {
    if (replyTo !== null) field.current?.focus();
  }, [replyTo]);

  function write(text: string) {
    change({ body: text });
    if (text.trim() === "") presence.stopped();
    else presence.typing();
    field.current?.focus();
  }

  async function send() {
    const files = pending.files.map(({ id }) => id);
    const messages = messagesOf(draft, files);
    if (messages.length === 0 || pending.uploading) return;
    const sent = await run(() =>
      sendMessages(
        messages,
        (message) => writeMessage({ conversationId: conversation.id, ...message }),
        ({ body: words, replyToId, attachmentIds = [] }) => {
          if (words !== "" || replyToId !== undefined) wasSent(draft.key);
          pending.detach(...attachmentIds);
        },
      ),
    );
    if (sent) presence.stopped();
    field.current?.focus();
  }

  function onKeyDown(event: KeyboardEvent) {
    // While a Hebrew or other input method composes, the keys belong to it.
    if (event.nativeEvent.isComposing) return;
    if (canned.onKey(event)) return event.preventDefault();
    if (event.key === "Escape" && replyTo !== null) {
      event.preventDefault();
      change({ replyTo: null });
      return;
    }
    if (event.key !== "Enter" || event.shiftKey) return;
    event.preventDefault();
    void send();
  }

  const name = t(note ? "writeNote" : "write");
  return (
    <form
      aria-label={name}
      className={cn("relative grid gap-2 border-line border-t p-3", note ? "bg-warn-soft" : "bg-surface-1")}
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      {freeWords.open ? null : <p className="text-sm text-warn">{t("windowClosed")}</p>}
      {replyTo === null ? null : (
        <ReplyBar
          replyTo={replyTo}
          amongStaff={!note && !conversation.quotes}
          onCancel={() => {
            change({ replyTo: null });
            field.current?.focus();
          }}
        />
      )}
      {note ? null : <PendingFiles pending={pending} />}
      <div className="relative flex items-end gap-2">
        {canned.shown ? (
          <CannedPicker
            id={pickerId}
            replies={canned.shown}
            active={canned.active}
            onChoose={(reply) => write(fillIn(reply.body, values))}
          />
        ) : null}
        <textarea
          ref={field}
          value={body}
          onChange={(event) => write(event.target.value)}
          onPaste={(event) => {
            if (note || event.clipboardData.files.length === 0) return;
            event.preventDefault();
            void pending.attach(event.clipboardData.files);
          }}
          rows={1}
          dir="auto"
          maxLength={LONGEST}
          onKeyDown={onKeyDown}
          aria-label={name}
          aria-autocomplete={note ? undefined : "list"}
          aria-controls={canned.shown ? pickerId : undefined}
          aria-activedescendant={canned.shown?.length ? `${pickerId}-${canned.active}` : undefined}
          placeholder={note ? name : t("writeOrSlash")}
          className="field-sizing-content max-h-48 min-h-11 w-full resize-none rounded-md border border-field bg-surface-1 px-3 py-2.5 text-md [text-align:match-parent]"
        />
        <Button type="submit" look="primary" aria-disabled={busy || pending.uploading} className="min-h-11">
          <SendHorizontal aria-hidden="true" className="rtl:-scale-x-100" />
          {t(note ? "saveNote" : "send")}
        </Button>
      </div>
      <Problem>{problem}</Problem>
      <div className="-my-1 flex flex-wrap items-center gap-0.5">
        {note ? null : (
          <label className="grid size-11 shrink-0 cursor-pointer place-items-center rounded-md text-ink-2 focus-within:outline-2 focus-within:outline-brand hover:bg-surface-2 hover:text-ink">
            <Paperclip aria-hidden="true" className="size-4.5" />
            <span className="sr-only">{t("attach")}</span>
            <input
              type="file"
              multiple
              className="sr-only"
              onChange={(event) => {
                void pending.attach([...(event.target.files ?? [])]);
                event.target.value = "";
              }}
            />
          </label>
        )}
        <EmojiButton
          onChoose={(emoji) => write(cut(insertAt(field.current, emoji), LONGEST))}
          onClosed={() => field.current?.focus()}
        />
        {note ? null : (
          <Button
            look="bare"
            size="icon"
            className="size-11"
            aria-label={t("cannedReplies")}
            aria-disabled={body.trim() !== ""}
            onClick={() => {
              if (body.trim() === "") write("/");
            }}
          >
            <Zap aria-hidden="true" className="size-4.5!" />
          </Button>
        )}
        {onTemplate ? (
          <Button
            look="bare"
            size="icon"
            className="size-11"
            aria-label={templates("use")}
            title={templates("use")}
            onClick={onTemplate}
          >
            <LayoutTemplate aria-hidden="true" className="size-4.5!" />
          </Button>
        ) : null}
        {note ? null : <WritingHint channel={conversation.channel} body={body} left={freeWords.left} />}
        {freeWords.open ? (
          <label className="ms-auto flex min-h-11 w-fit items-center gap-2 text-ink-2 text-sm">
            <input
              type="checkbox"
              checked={note}
              onChange={(event) => change({ note: event.target.checked })}
              className="size-4 accent-brand"
            />
            {t("asNote")}
          </label>
        ) : null}
      </div>
    </form>
  );
}
