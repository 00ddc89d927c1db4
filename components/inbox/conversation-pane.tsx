"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { CustomerCard } from "#lib/customers/schemas.ts";
import type { CannedReplyView, CannedVariable } from "#lib/messaging/schemas/canned-replies.ts";
import type { ConversationView, StaffView, TimelinePage } from "#lib/messaging/schemas/views.ts";
import type { TemplateList } from "#lib/templates/schemas/template.ts";
import { usePresence } from "../live/use-presence.ts";
import { Notice } from "../ui/notice.tsx";
import { DropZone } from "./drop-zone.tsx";
import { PresenceLine } from "./presence-line.tsx";
import { Thread } from "./thread.tsx";
import { ThreadHead } from "./thread-head.tsx";
import { useDraft } from "./use-draft.ts";
import { useFiles } from "./use-files.ts";
import { useWindow } from "./use-window.ts";
import { Writer } from "./writer.tsx";

interface ConversationPaneProps {
  conversation: ConversationView;
  customer: Pick<CustomerCard, "name" | "marketing">;
  templates: TemplateList;
  newest: TimelinePage;
  staff: StaffView[];
  replies: CannedReplyView[];
  /** What is filled into canned replies. */
  values: Record<CannedVariable, string | null>;
  backHref: string;
  userId: string;
  /** Whether the agent answers messages at all. */
  agentAnswers: boolean;
  writable: boolean;
  /** The customer's card, where there is no room beside. */
  cardSheet: ReactNode;
}

/** One conversation: who it is with, what was said, and what is to be said. Esc goes back to the list. */
export function ConversationPane(props: ConversationPaneProps) {
  const { conversation, customer, templates, newest, staff, replies, values, backHref, userId, writable, cardSheet } =
    props;
  const { agentAnswers } = props;
  const { id, channel } = conversation;
  const t = useTranslations("inbox");
  const router = useRouter();
  const pending = useFiles();
  const freeWords = useWindow(conversation);
  const { draft, change, wasSent } = useDraft();
  // Where nothing comes through to the customer, there are still the colleagues.
  const note = draft.note || !freeWords.open;
  const replyTo = freeWords.open ? draft.replyTo : null;
  const { colleagues, ...presence } = usePresence(id, writable);

  function toList() {
    const row = document.querySelector<HTMLElement>("[data-row][aria-current=page]");
    if (row?.offsetParent) row.focus();
    else router.push(backHref);
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a shortcut beside the link that goes there
    <div
      className="flex min-h-0 min-w-0 flex-col"
      onKeyDown={(event) => {
        if (event.key !== "Escape" || event.defaultPrevented || !event.currentTarget.contains(event.target as Node))
          return;
        toList();
      }}
    >
      <ThreadHead {...{ conversation, backHref, userId, staff, agentAnswers, writable, cardSheet }} />
      <DropZone onFiles={writable && !note ? (files) => void pending.attach(files) : null}>
        <Thread
          {...{ conversationId: id, channel, newest, writable }}
          onReply={writable && freeWords.open ? (answered) => change({ replyTo: answered }) : null}
        />
        <PresenceLine colleagues={colleagues} staff={staff} />
        {writable ? (
          <Writer
            {...{ conversation, customer, templates, freeWords, change, wasSent, pending, replies, values, presence }}
            draft={{ ...draft, note, replyTo }}
          />
        ) : (
          <Notice tone="info" className="m-3">
            {t("readOnly")}
          </Notice>
        )}
      </DropZone>
    </div>
  );
}
