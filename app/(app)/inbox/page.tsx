import { MessagesSquare } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ConversationList } from "#components/inbox/conversation-list.tsx";
import { CustomerCard } from "#components/inbox/customer-card.tsx";
import { type InboxPlace, inboxHref } from "#components/inbox/inbox-query.ts";
import { ListHead } from "#components/inbox/list-head.tsx";
import { Thread } from "#components/inbox/thread.tsx";
import { ThreadHead } from "#components/inbox/thread-head.tsx";
import { Writer } from "#components/inbox/writer.tsx";
import { cn } from "#components/ui/cn.ts";
import { Empty } from "#components/ui/empty.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { listCalls } from "#lib/calls/list-calls.ts";
import { getCustomerCard } from "#lib/customers/get-card.ts";
import { Invalid, NotFound } from "#lib/errors.ts";
import { getConversation, getThread, listConversations } from "#lib/messaging/list-conversations.ts";
import { conversationFilters } from "#lib/messaging/schemas/views.ts";
import { listOrders } from "#lib/ordering/list-orders.ts";
import { may } from "#lib/permissions.ts";
import { listTemplates } from "#lib/templates/list-templates.ts";
import { pageContext } from "#lib/web/page.ts";
import type { SearchProps } from "../../page-props.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("inbox"))("title") };
}

/** Three columns: who has written, what was written, who it is. On a phone one of them at a time. */
export default async function InboxPage({ searchParams }: SearchProps) {
  const params = await searchParams;
  const place = placeOf(params);
  const { ctx } = await pageContext();
  const list = await listConversations(ctx, { filter: place.filter, q: place.q, cursor: place.cursor }).catch(
    (error: unknown) => {
      if (error instanceof Invalid && place.cursor) return listConversations(ctx, { filter: place.filter, q: place.q });
      throw error;
    },
  );
  const t = await getTranslations("inbox");
  const open = place.conversationId !== undefined;
  return (
    <div className="grid h-[calc(100dvh-4rem)] max-md:h-[calc(100dvh-9.75rem)] grid-cols-[minmax(0,1fr)] lg:grid-cols-[320px_minmax(0,1fr)] xl:grid-cols-[320px_minmax(0,1fr)_288px]">
      <div className={cn("min-h-0 overflow-y-auto border-line border-e bg-surface-1", open && "max-lg:hidden")}>
        <h1 className="sr-only">{t("title")}</h1>
        <ListHead place={place} />
        <ConversationList conversations={list.items} place={place} nextCursor={list.nextCursor} />
      </div>
      {place.conversationId === undefined ? (
        <Empty icon={MessagesSquare} title={t("chooseTitle")} className="self-center max-lg:hidden xl:col-span-2">
          {t("choose")}
        </Empty>
      ) : (
        <OpenConversation conversationId={place.conversationId} place={place} before={text(params.before)} />
      )}
    </div>
  );
}

async function OpenConversation({
  conversationId,
  place,
  before,
}: {
  conversationId: string;
  place: InboxPlace;
  before: string | undefined;
}) {
  const { ctx, role, user } = await pageContext();
  const t = await getTranslations("inbox");
  const found = await Promise.all([
    getConversation(ctx, conversationId),
    getThread(ctx, { conversationId, cursor: before }),
  ]).catch((error: unknown) => {
    if (error instanceof NotFound || error instanceof Invalid) return null;
    throw error;
  });
  if (found === null)
    return <Empty icon={MessagesSquare} title={t("nothingTitle")} className="self-center xl:col-span-2" />;
  const [conversation, thread] = found;
  const { customerId } = conversation;
  const [customer, calls, orders, templates] = await Promise.all([
    getCustomerCard(ctx, customerId),
    listCalls(ctx, { customerId, limit: 5 }),
    listOrders(ctx, { customerId, limit: 5 }),
    listTemplates(ctx),
  ]);
  const writable = may(role, "messages.write");
  const older = thread.nextCursor ? `${inboxHref(place)}&before=${encodeURIComponent(thread.nextCursor)}` : null;
  return (
    <>
      <div className="flex min-h-0 min-w-0 flex-col">
        <ThreadHead
          conversation={conversation}
          backHref={inboxHref({ ...place, conversationId: undefined })}
          userId={user.id}
          writable={writable}
        />
        <Thread key={conversationId} messages={thread.items.toReversed()} olderHref={older} writable={writable} />
        {writable ? (
          <Writer
            key={`${conversationId}:${conversation.windowOpen}`}
            conversation={conversation}
            customer={customer}
            templates={templates}
          />
        ) : (
          <Notice tone="info" className="m-3">
            {t("readOnly")}
          </Notice>
        )}
      </div>
      <div className="grid min-h-0 max-xl:hidden">
        <CustomerCard customer={customer} calls={calls.items} orders={orders.items} />
      </div>
    </>
  );
}

function placeOf(params: Awaited<SearchProps["searchParams"]>): InboxPlace {
  const filter = conversationFilters.find((name) => name === params.filter) ?? "open";
  return { filter, q: text(params.q), conversationId: text(params.c), cursor: text(params.cursor) };
}

function text(value: string | string[] | undefined): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}
