import { MessagesSquare } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { CardSheet } from "#components/inbox/card/card-sheet.tsx";
import { CustomerCard } from "#components/inbox/card/customer-card.tsx";
import { ConversationList } from "#components/inbox/conversation-list.tsx";
import { ConversationPane } from "#components/inbox/conversation-pane.tsx";
import { type InboxPlace, inboxHref, LIST_STEP, LONGEST_LIST } from "#components/inbox/inbox-query.ts";
import { ListHead } from "#components/inbox/list-head.tsx";
import { cn } from "#components/ui/cn.ts";
import { Empty } from "#components/ui/empty.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { getSettings } from "#lib/businesses/get-settings.ts";
import { getCustomerCard } from "#lib/customers/get-card.ts";
import { Invalid, NotFound } from "#lib/errors.ts";
import { listCannedReplies } from "#lib/messaging/canned-replies.ts";
import { getTimeline } from "#lib/messaging/get-timeline.ts";
import { getConversation, listConversations } from "#lib/messaging/list-conversations.ts";
import { listAnsweringStaff } from "#lib/messaging/list-staff.ts";
import { conversationFilters } from "#lib/messaging/schemas/views.ts";
import { may } from "#lib/permissions.ts";
import { listTemplates } from "#lib/templates/list-templates.ts";
import { pageContext } from "#lib/web/page.ts";
import type { SearchProps } from "../../page-props.ts";
import { cardSections } from "./card-sections.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("inbox"))("title") };
}

/** Three columns: who has written, what was written, who it is. On a phone one of them at a time. */
export default async function InboxPage({ searchParams }: SearchProps) {
  const params = await searchParams;
  const place = placeOf(params);
  const { ctx } = await pageContext();
  const { filter, q, tag, cursor, size: limit } = place;
  const page = listConversations(ctx, { filter, q, tag, cursor, limit }).catch((error: unknown) => {
    if (error instanceof Invalid && cursor) return listConversations(ctx, { filter, q, tag, limit });
    throw error;
  });
  const [list, { enableMessageAgent: agentAnswers }] = await Promise.all([page, getSettings(ctx)]);
  const t = await getTranslations("inbox");
  const open = place.conversationId !== undefined;
  return (
    <div className="grid h-[calc(100dvh-4rem)] max-md:h-[calc(100dvh-9.75rem)] grid-cols-[minmax(0,1fr)] lg:grid-cols-[320px_minmax(0,1fr)] xl:grid-cols-[320px_minmax(0,1fr)_288px]">
      <div className={cn("min-h-0 overflow-y-auto border-line border-e bg-surface-1", open && "max-lg:hidden")}>
        <h1 className="sr-only">{t("title")}</h1>
        <ListHead place={place} />
        {agentAnswers ? null : (
          <Notice tone="info" className="m-3">
            {t("agentOff")}
          </Notice>
        )}
        <ConversationList
          conversations={list.items}
          place={place}
          nextCursor={list.nextCursor}
          agentAnswers={agentAnswers}
        />
      </div>
      {place.conversationId === undefined ? (
        <Empty icon={MessagesSquare} title={t("chooseTitle")} className="self-center max-lg:hidden xl:col-span-2">
          {t("choose")}
        </Empty>
      ) : (
        <OpenConversation conversationId={place.conversationId} place={place} agentAnswers={agentAnswers} />
      )}
    </div>
  );
}

interface OpenConversationProps {
  conversationId: string;
  place: InboxPlace;
  agentAnswers: boolean;
}

async function OpenConversation({ conversationId, place, agentAnswers }: OpenConversationProps) {
  const { ctx, role, user, business } = await pageContext();
  const t = await getTranslations("inbox");
  const found = await Promise.all([
    getConversation(ctx, conversationId),
    getTimeline(ctx, { conversationId }),
    listAnsweringStaff(ctx),
    listCannedReplies(ctx),
  ]).catch((error: unknown) => {
    if (error instanceof NotFound) return null;
    throw error;
  });
  if (found === null)
    return <Empty icon={MessagesSquare} title={t("nothingTitle")} className="self-center xl:col-span-2" />;
  const [conversation, newest, staff, replies] = found;
  const { customerId, customerName } = conversation;
  const [customer, templates, sections] = await Promise.all([
    getCustomerCard(ctx, customerId),
    listTemplates(ctx),
    cardSections({ ctx, role, customerId, conversationId }),
  ]);
  const card = (
    <CustomerCard key={customerId} customer={customer} writable={may(role, "customers.write")}>
      {sections}
    </CustomerCard>
  );
  return (
    <>
      <ConversationPane
        key={conversationId}
        {...{ conversation, customer, newest, staff, replies, templates }}
        values={{ שם: customerName, עסק: business.name, נציג: user.name }}
        backHref={inboxHref({ ...place, conversationId: undefined })}
        userId={user.id}
        agentAnswers={agentAnswers}
        writable={may(role, "messages.write")}
        cardSheet={<CardSheet>{card}</CardSheet>}
      />
      <aside
        aria-label={t("card")}
        className="min-h-0 overflow-y-auto border-line border-s bg-surface-1 p-4 max-xl:hidden"
      >
        {card}
      </aside>
    </>
  );
}

function placeOf(params: Awaited<SearchProps["searchParams"]>): InboxPlace {
  const filter = conversationFilters.find((name) => name === params.filter) ?? "open";
  return {
    filter,
    q: text(params.q),
    tag: text(params.tag),
    conversationId: z.uuid().safeParse(params.c).data,
    cursor: text(params.cursor),
    size: listSize.safeParse(params.size).data,
  };
}

const listSize = z.coerce.number().int().min(LIST_STEP).max(LONGEST_LIST);

function text(value: string | string[] | undefined): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}
