import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { type FilterField, ListFilters } from "#components/ordering/list-filters.tsx";
import { OrderList } from "#components/ordering/order-list.tsx";
import { StatusTabs } from "#components/ordering/status-tabs.tsx";
import { Page, PageHeader } from "#components/ui/page.tsx";
import { Pager } from "#components/ui/pager.tsx";
import { Invalid } from "#lib/errors.ts";
import { countNewOrders, listOrders } from "#lib/ordering/list-orders.ts";
import { orderListInput } from "#lib/ordering/schemas/orders.ts";
import { pageContext } from "#lib/web/page.ts";
import type { SearchProps } from "../../page-props.ts";
import { readFilter } from "../read-filter.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("orders"))("title") };
}

export default async function OrdersPage({ searchParams }: SearchProps) {
  const { ctx } = await pageContext();
  const { q, status, from, to, sort, cursor } = readFilter(orderListInput, await searchParams);
  const asked = { q, from, to };
  const filter = { ...asked, status, sort };
  const [page, newOrders] = await Promise.all([
    listOrders(ctx, { ...filter, cursor }).catch((error: unknown) => {
      if (error instanceof Invalid && cursor) return listOrders(ctx, filter);
      throw error;
    }),
    countNewOrders(ctx),
  ]);
  const t = await getTranslations("orders");
  const fields: FilterField[] = [
    { kind: "day", name: "from", label: t("from") },
    { kind: "day", name: "to", label: t("to") },
  ];
  return (
    <Page>
      <PageHeader title={t("title")} subtitle={t("subtitle")} />
      <ListFilters path="/orders" kept={{ status, sort }} values={asked} search={t("search")} fields={fields} />
      <StatusTabs current={status} query={{ ...asked, sort }} newOrders={newOrders} />
      <OrderList orders={page.items} sort={sort} query={{ ...asked, status }} />
      <Pager path="/orders" query={filter} cursor={cursor ?? null} nextCursor={page.nextCursor} />
    </Page>
  );
}
