import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getFormatter, getTranslations } from "next-intl/server";
import { z } from "zod";
import { BroadcastAbout } from "#components/broadcasts/broadcast-about.tsx";
import { BroadcastState } from "#components/broadcasts/broadcast-state.tsx";
import { RecipientList } from "#components/broadcasts/recipient-list.tsx";
import { ResultTabs } from "#components/broadcasts/result-tabs.tsx";
import { StopBroadcast } from "#components/broadcasts/stop-broadcast.tsx";
import { Said } from "#components/ui/bidi.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Page, PageHeader } from "#components/ui/page.tsx";
import { Pager } from "#components/ui/pager.tsx";
import { getBroadcast, listRecipients } from "#lib/broadcasts/list-broadcasts.ts";
import { recipientListInput } from "#lib/broadcasts/schemas/broadcast.ts";
import { Invalid, NotFound } from "#lib/errors.ts";
import { may } from "#lib/permissions.ts";
import { pageContext } from "#lib/web/page.ts";
import type { SearchProps } from "../../../page-props.ts";
import { readFilter } from "../../read-filter.ts";

interface Props extends SearchProps {
  params: Promise<{ broadcastId: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("broadcasts"))("title") };
}

export default async function BroadcastPage({ params, searchParams }: Props) {
  const { broadcastId } = await params;
  if (!z.uuid().safeParse(broadcastId).success) notFound();
  const { ctx, role } = await pageContext();
  const { result, cursor } = readFilter(recipientListInput.omit({ broadcastId: true }), await searchParams);
  const [broadcast, page] = await Promise.all([
    getBroadcast(ctx, broadcastId),
    listRecipients(ctx, { broadcastId, result, cursor }).catch((error: unknown) => {
      if (error instanceof Invalid) return listRecipients(ctx, { broadcastId, result });
      throw error;
    }),
  ]).catch((error: unknown) => {
    if (error instanceof NotFound) notFound();
    throw error;
  });
  const t = await getTranslations("broadcasts");
  const format = await getFormatter();
  const onTheWay = broadcast.results.some(({ result: name }) => name === "queued");
  const stoppable = broadcast.state === "running" || (broadcast.state === "done" && onTheWay);
  return (
    <Page>
      <PageHeader
        title={
          <span className="flex flex-wrap items-center gap-3">
            <Said>{broadcast.name}</Said>
            <BroadcastState state={broadcast.state} />
          </span>
        }
        subtitle={format.dateTime(new Date(broadcast.createdAt), { dateStyle: "long", timeStyle: "short" })}
        actions={stoppable && may(role, "broadcasts.write") ? <StopBroadcast broadcastId={broadcast.id} /> : null}
      />
      {broadcast.stopReason === "template" ? <Notice tone="warn">{t("stoppedForTemplate")}</Notice> : null}
      {broadcast.stopReason === "trouble" ? <Notice tone="warn">{t("stoppedForTrouble")}</Notice> : null}
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,2fr)_minmax(280px,1fr)]">
        <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
          <ResultTabs broadcast={broadcast} current={result} />
          <RecipientList recipients={page.items} />
          <Pager
            path={`/broadcasts/${broadcast.id}`}
            query={{ result }}
            cursor={cursor ?? null}
            nextCursor={page.nextCursor}
          />
        </div>
        <BroadcastAbout broadcast={broadcast} className="max-lg:order-first" />
      </div>
    </Page>
  );
}
