import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { CallFilters } from "#components/calls/call-filters.tsx";
import { CallList } from "#components/calls/call-list.tsx";
import { ExportButton } from "#components/calls/export-button.tsx";
import { filterQuery } from "#components/calls/filter-query.ts";
import { Page, PageHeader } from "#components/ui/page.tsx";
import { Pager } from "#components/ui/pager.tsx";
import { listCalls } from "#lib/calls/list-calls.ts";
import { callListInput } from "#lib/calls/schemas/views.ts";
import { Invalid } from "#lib/errors.ts";
import { may } from "#lib/permissions.ts";
import { pageContext } from "#lib/web/page.ts";
import type { SearchProps } from "../../../page-props.ts";
import { readFilter } from "../../read-filter.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("calls"))("title") };
}

export default async function CallsPage({ searchParams }: SearchProps) {
  const { ctx, role } = await pageContext();
  const filter = readFilter(callListInput, await searchParams);
  const page = await listCalls(ctx, filter).catch((error: unknown) => {
    // A cursor of another sort, or cut off in copying: from the beginning then.
    if (error instanceof Invalid && filter.cursor) return listCalls(ctx, { ...filter, cursor: undefined });
    throw error;
  });
  const t = await getTranslations("calls");
  return (
    <Page>
      <PageHeader
        title={t("title")}
        subtitle={t("subtitle")}
        actions={may(role, "calls.export") ? <ExportButton filter={filter} /> : null}
      />
      <CallFilters filter={filter} />
      <CallList calls={page.items} filter={filter} />
      <Pager
        path="/calls"
        query={{ ...filterQuery(filter), sort: filter.sort }}
        cursor={filter.cursor ?? null}
        nextCursor={page.nextCursor}
      />
    </Page>
  );
}
