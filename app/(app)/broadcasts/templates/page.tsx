import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { NoTemplates } from "#components/templates/no-templates.tsx";
import { RefreshButton } from "#components/templates/refresh-button.tsx";
import { TemplateCard } from "#components/templates/template-card.tsx";
import { Button } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { Page, PageHeader } from "#components/ui/page.tsx";
import { listTemplates } from "#lib/templates/list-templates.ts";
import { pageContext } from "#lib/web/page.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("templates"))("title") };
}

export default async function TemplatesPage() {
  const { ctx } = await pageContext();
  const { carried, items } = await listTemplates(ctx);
  const t = await getTranslations("templates");
  return (
    <Page>
      <PageHeader
        title={t("title")}
        subtitle={t("subtitle")}
        actions={
          <>
            <Button asChild look="bare">
              <Link href="/broadcasts">{t("back")}</Link>
            </Button>
            {items.length > 0 ? <RefreshButton /> : null}
          </>
        }
      />
      {items.length === 0 ? (
        <Card>
          <NoTemplates carried={carried} className="py-16" />
        </Card>
      ) : (
        <ul aria-label={t("list")} className="grid gap-4 md:grid-cols-2">
          {items.map((template) => (
            <TemplateCard key={template.id} template={template} />
          ))}
        </ul>
      )}
    </Page>
  );
}
