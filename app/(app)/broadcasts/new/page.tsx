import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { NewBroadcast } from "#components/broadcasts/new-broadcast.tsx";
import { NoTemplates } from "#components/templates/no-templates.tsx";
import { Button } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { Page, PageHeader } from "#components/ui/page.tsx";
import { listAudienceTags } from "#lib/broadcasts/list-broadcasts.ts";
import { listTemplates } from "#lib/templates/list-templates.ts";
import { pageContext } from "#lib/web/page.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("broadcasts"))("new") };
}

export default async function NewBroadcastPage() {
  const { ctx } = await pageContext();
  const [{ carried, items }, tags] = await Promise.all([listTemplates(ctx), listAudienceTags(ctx)]);
  const templates = items.filter(({ approval }) => approval === "approved");
  const t = await getTranslations();
  return (
    <Page className="max-w-[920px]">
      <PageHeader
        title={t("broadcasts.new")}
        subtitle={t("broadcasts.subtitle")}
        actions={
          <Button asChild look="bare">
            <Link href="/broadcasts">{t("templates.back")}</Link>
          </Button>
        }
      />
      {templates.length === 0 ? (
        <Card>
          <NoTemplates carried={carried} className="py-16" />
        </Card>
      ) : (
        <NewBroadcast templates={templates} tags={tags} />
      )}
    </Page>
  );
}
