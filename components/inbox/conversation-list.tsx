"use client";
import { MessagesSquare, SearchX } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useRef } from "react";
import type { ConversationView } from "#lib/messaging/schemas/views.ts";
import { useRowKeys } from "../calls/use-row-keys.ts";
import { When } from "../format/when.tsx";
import { Avatar } from "../ui/avatar.tsx";
import { Phone, Said } from "../ui/bidi.tsx";
import { Chip } from "../ui/chip.tsx";
import { cn } from "../ui/cn.ts";
import { Empty } from "../ui/empty.tsx";
import { type InboxPlace, inboxHref, LIST_STEP, LONGEST_LIST } from "./inbox-query.ts";
import { Preview } from "./preview.tsx";
import { StateChips } from "./state-chips.tsx";

interface ConversationListProps {
  conversations: ConversationView[];
  place: InboxPlace;
  nextCursor: string | null;
  /** Whether the agent answers messages at all. */
  agentAnswers: boolean;
}

/** Everybody who has written, the newest words first. j and k walk, Enter opens. */
export function ConversationList({ conversations, place, nextCursor, agentAnswers }: ConversationListProps) {
  const t = useTranslations("inbox");
  const list = useRef<HTMLElement>(null);
  useRowKeys(list);
  if (conversations.length === 0) {
    const searched = place.q !== undefined || place.tag !== undefined || place.filter !== "open";
    return (
      <Empty
        icon={searched ? SearchX : MessagesSquare}
        title={t(searched ? "nothingTitle" : "emptyTitle")}
        className="py-16"
      >
        {t(searched ? "nothing" : "empty")}
      </Empty>
    );
  }
  return (
    <nav ref={list} aria-label={t("list")} className="grid grid-cols-[minmax(0,1fr)]">
      {conversations.map((one) => (
        <Row key={one.id} conversation={one} place={place} agentAnswers={agentAnswers} />
      ))}
      {nextCursor || place.cursor ? (
        <p className="flex justify-center gap-4 p-3 font-semibold text-sm">
          {place.cursor ? <PageLink place={{ ...place, cursor: undefined }} name={t("first")} /> : null}
          {nextCursor ? <PageLink place={further(place, nextCursor)} name={t("more")} /> : null}
        </p>
      ) : null}
    </nav>
  );
}

/** More of the same list, so that it stays live; when that gets long, the next page. */
function further(place: InboxPlace, nextCursor: string): InboxPlace {
  const size = (place.size ?? LIST_STEP) + LIST_STEP;
  return size <= LONGEST_LIST ? { ...place, size } : { ...place, cursor: nextCursor };
}

function PageLink({ place, name }: { place: InboxPlace; name: string }) {
  return (
    <Link href={inboxHref(place)} scroll={false} className="rounded-sm px-2 text-brand-strong hover:underline">
      {name}
    </Link>
  );
}

interface RowProps {
  conversation: ConversationView;
  place: InboxPlace;
  agentAnswers: boolean;
}

function Row({ conversation, place, agentAnswers }: RowProps) {
  const { id, customerName, phone, unread, lastMessageAt, tags } = conversation;
  const t = useTranslations("inbox");
  const current = id === place.conversationId;
  return (
    <Link
      href={inboxHref({ ...place, conversationId: id })}
      data-row
      aria-current={current ? "page" : undefined}
      className={cn(
        "flex gap-3 border-line border-b px-4 py-3 -outline-offset-2 [content-visibility:auto]",
        current ? "bg-brand-soft" : "hover:bg-surface-2",
      )}
    >
      <Avatar name={customerName} />
      <span className="grid min-w-0 flex-1 grid-cols-[minmax(0,1fr)] gap-0.5">
        <span className="flex items-baseline justify-between gap-2">
          <span className={cn("min-w-0 truncate", unread > 0 ? "font-bold" : "font-semibold")}>
            {customerName ? <Said>{customerName}</Said> : <Phone e164={phone} />}
          </span>
          <span className="shrink-0 text-ink-3 text-xs">
            <When at={lastMessageAt} />
          </span>
        </span>
        <span className="flex items-center gap-2">
          <span className={cn("flex min-w-0 flex-1 gap-1 text-sm", unread > 0 ? "text-ink" : "text-ink-2")}>
            <Preview of={conversation} />
          </span>
          {unread > 0 ? (
            <span className="rounded-full bg-brand px-1.75 font-semibold text-on-brand text-xs tabular-nums leading-5">
              <span aria-hidden="true">{unread}</span>
              <span className="sr-only">{t("unreadCount", { count: unread })}</span>
            </span>
          ) : null}
        </span>
        <span className="flex flex-wrap gap-1.5 pt-0.5 empty:hidden">
          <StateChips conversation={conversation} agentAnswers={agentAnswers} />
          {tags.map((tag) => (
            <Chip key={tag}>
              <Said>{tag}</Said>
            </Chip>
          ))}
        </span>
      </span>
    </Link>
  );
}
