import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { type FilterField, ListFilters } from "#components/ordering/list-filters.tsx";
import { NewProduct, ProductList } from "#components/ordering/product-list.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Page, PageHeader } from "#components/ui/page.tsx";
import { Pager } from "#components/ui/pager.tsx";
import { Invalid } from "#lib/errors.ts";
import { listCategories, listProducts } from "#lib/ordering/list-products.ts";
import { productListInput } from "#lib/ordering/schemas/products.ts";
import { may } from "#lib/permissions.ts";
import { pageContext } from "#lib/web/page.ts";
import type { SearchProps } from "../../page-props.ts";
import { readFilter } from "../read-filter.ts";

/** As customers read them. */
const USUAL_SORT = "number";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("products"))("title") };
}

export default async function ProductsPage({ searchParams }: SearchProps) {
  const { ctx, role } = await pageContext();
  const params = await searchParams;
  const { q, category, available, sort, cursor } = readFilter(productListInput, { sort: USUAL_SORT, ...params });
  const asked = { q, category, available: available === undefined ? undefined : String(available) };
  const filter = { ...asked, sort } as const;
  const [page, categories] = await Promise.all([
    listProducts(ctx, { ...filter, cursor }).catch((error: unknown) => {
      if (error instanceof Invalid && cursor) return listProducts(ctx, filter);
      throw error;
    }),
    listCategories(ctx),
  ]);
  const t = await getTranslations("products");
  const writable = may(role, "products.write");
  const fields: FilterField[] = [
    ...(categories.length > 0
      ? [
          {
            ...{ kind: "choice" as const, name: "category", label: t("category"), any: t("anyCategory") },
            options: categories.map((one) => [one, one] as const),
          },
        ]
      : []),
    {
      ...{ kind: "choice", name: "available", label: t("shown"), any: t("anyShown") },
      options: [
        ["true", t("visible")],
        ["false", t("hidden")],
      ],
    },
  ];
  return (
    <Page>
      <PageHeader
        title={t("title")}
        subtitle={t("subtitle")}
        actions={writable ? <NewProduct categories={categories} /> : null}
      />
      {writable ? null : <Notice tone="info">{t("readOnly")}</Notice>}
      <ListFilters path="/products" kept={{ sort }} values={asked} search={t("search")} fields={fields} />
      <ProductList products={page.items} categories={categories} sort={sort} query={asked} writable={writable} />
      <Pager path="/products" query={{ ...asked, sort }} cursor={cursor ?? null} nextCursor={page.nextCursor} />
    </Page>
  );
}
