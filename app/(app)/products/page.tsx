import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ProductList } from "#components/ordering/product-list.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Page, PageHeader } from "#components/ui/page.tsx";
import { Pager } from "#components/ui/pager.tsx";
import { Invalid } from "#lib/errors.ts";
import { listProducts } from "#lib/ordering/list-products.ts";
import { may } from "#lib/permissions.ts";
import { pageContext } from "#lib/web/page.ts";
import type { SearchProps } from "../../page-props.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("products"))("title") };
}

export default async function ProductsPage({ searchParams }: SearchProps) {
  const { ctx, role } = await pageContext();
  const params = await searchParams;
  const cursor = typeof params.cursor === "string" ? params.cursor : undefined;
  const page = await listProducts(ctx, { cursor }).catch((error: unknown) => {
    if (error instanceof Invalid && cursor) return listProducts(ctx, {});
    throw error;
  });
  const t = await getTranslations("products");
  const writable = may(role, "products.write");
  return (
    <Page className="max-w-[980px]">
      <PageHeader title={t("title")} subtitle={t("subtitle")} />
      {writable ? null : <Notice tone="info">{t("readOnly")}</Notice>}
      <ProductList products={page.items} writable={writable} />
      <Pager path="/products" query={{}} cursor={cursor ?? null} nextCursor={page.nextCursor} />
    </Page>
  );
}
