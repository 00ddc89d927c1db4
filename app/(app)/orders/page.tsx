import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { OrderList } from "#components/ordering/order-list.tsx";
import { cn } from "#components/ui/cn.ts";
import { Page, PageHeader } from "#components/ui/page.tsx";
import { Pager } from "#components/ui/pager.tsx";
import { Invalid } from "#lib/errors.ts";
import { listOrders } from "#lib/ordering/list-orders.ts";
import { orderStatuses } from "#lib/ordering/schemas/states.ts";
import { pageContext } from "#lib/web/page.ts";
import type { SearchProps } from "../../page-props.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("orders"))("title") };
}

export default async function OrdersPage({ searchParams }: SearchProps) {
  const { ctx } = await pageContext();
  const params = await searchParams;
  const status = orderStatuses.find((name) => name === params.status);
  const cursor = typeof params.cursor === "string" ? params.cursor : undefined;
  const page = await listOrders(ctx, { status, cursor }).catch((error: unknown) => {
    if (error instanceof Invalid && cursor) return listOrders(ctx, { status });
    throw error;
  });
  const t = await getTranslations("orders");
  return (
    <Page className="max-w-[1080px]">
      <PageHeader title={t("title")} subtitle={t("subtitle")} />
      <nav aria-label={t("statuses")} className="flex flex-wrap gap-1.5">
        {([undefined, ...orderStatuses] as const).map((one) => (
          <Link
            key={one ?? "all"}
            href={one ? `/orders?status=${one}` : "/orders"}
            aria-current={one === status ? "page" : undefined}
            className={cn(
              "rounded-full px-3 py-0.5 font-semibold text-xs leading-6",
              one === status ? "bg-brand-soft text-brand-strong" : "bg-surface-2 text-ink-2 hover:text-ink",
            )}
          >
            {one ? t(`status_${one}`) : t("all")}
          </Link>
        ))}
      </nav>
      <OrderList orders={page.items} />
      <Pager path="/orders" query={{ status }} cursor={cursor ?? null} nextCursor={page.nextCursor} />
    </Page>
  );
}
