import { LayoutTemplate, Plus } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { BroadcastList } from "#components/broadcasts/broadcast-list.tsx";
import { NoTemplates } from "#components/templates/no-templates.tsx";
import { Button } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { Page, PageHeader } from "#components/ui/page.tsx";
import { Pager } from "#components/ui/pager.tsx";
import { listBroadcasts } from "#lib/broadcasts/list-broadcasts.ts";
import { broadcastListInput } from "#lib/broadcasts/schemas/broadcast.ts";
import { Invalid } from "#lib/errors.ts";
import { listTemplates } from "#lib/templates/list-templates.ts";
import { pageContext } from "#lib/web/page.ts";
import type { SearchProps } from "../../page-props.ts";
import { readFilter } from "../read-filter.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("broadcasts"))("title") };
}

export default async function BroadcastsPage({ searchParams }: SearchProps) {
  const { ctx } = await pageContext();
  const { cursor } = readFilter(broadcastListInput, await searchParams);
  const [page, templates] = await Promise.all([
    listBroadcasts(ctx, { cursor }).catch((error: unknown) => {
      if (error instanceof Invalid) return listBroadcasts(ctx, {});
      throw error;
    }),
    listTemplates(ctx),
  ]);
  const t = await getTranslations("broadcasts");
  const possible = templates.items.some(({ approval }) => approval === "approved");
  return (
    <Page>
      <PageHeader
        title={t("title")}
        subtitle={t("subtitle")}
        actions={
          <>
            {templates.carried ? (
              <Button asChild>
                <Link href="/broadcasts/templates">
                  <LayoutTemplate aria-hidden="true" />
                  {t("templates")}
                </Link>
              </Button>
            ) : null}
            {possible ? (
              <Button asChild look="primary">
                <Link href="/broadcasts/new">
                  <Plus aria-hidden="true" />
                  {t("new")}
                </Link>
              </Button>
            ) : null}
          </>
        }
      />
      {possible || page.items.length > 0 ? (
        <BroadcastList broadcasts={page.items} />
      ) : (
        <Card>
          <NoTemplates carried={templates.carried} className="py-16" />
        </Card>
      )}
      <Pager path="/broadcasts" query={{}} cursor={cursor ?? null} nextCursor={page.nextCursor} />
    </Page>
  );
}
