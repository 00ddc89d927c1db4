import { and, asc, eq, isNull, ne, or, sql } from "drizzle-orm";
import type { z } from "zod";
import { attachment, product } from "#drizzle/schema/index.ts";
import type { Context } from "../context.ts";
import { integerKey, momentKey, textKey, toPage } from "../db/cursor.ts";
import { searchPatterns } from "../db/search-patterns.ts";
import type { Tx } from "../db/tenant.ts";
import { NotFound } from "../errors.ts";
import { toShekels } from "../hebrew/money.ts";
import type { ProductRow } from "./catalogue.ts";
import type { ProductSort, ProductView, productListInput } from "./schemas/products.ts";
import { type Sort, sorted } from "./sorting.ts";

type Filter = z.output<typeof productListInput>;

const integer = sql`int`;
const byNumber: Sort<ProductRow> = {
  column: product.number,
  type: integer,
  key: integerKey,
  of: (row) => row.number,
};
const byName: Sort<ProductRow> = { column: product.name, type: sql`text`, key: textKey, of: (row) => row.name };
const byPrice: Sort<ProductRow> = {
  column: product.priceAgorot,
  type: integer,
  key: integerKey,
  of: (row) => row.priceAgorot,
};
const byMoment: Sort<ProductRow> = {
  column: product.createdAt,
  type: sql`timestamptz`,
  key: momentKey,
  of: (row) => row.createdAt.toISOString(),
};

/** Throws NotFound when there is none in this business. `lock`: nobody else changes it until the transaction ends. */
export async function productById(tx: Tx, productId: string, lock = false): Promise<ProductView> {
  const asked = tx
    .select()
    .from(product)
    .where(and(eq(product.id, productId), isNull(product.archivedAt)));
  const [row] = await (lock ? asked.for("update") : asked);
  if (!row) throw new NotFound("המוצר לא נמצא");
  return toView(row);
}

/** A page of products, newest first unless asked otherwise. */
export async function productPage(tx: Tx, ctx: Context, filter: Filter) {
  const { where, orderBy, cursorOf } = sorted(sortOf(filter.sort), product.id, {
    ...filter,
    where: and(eq(product.businessId, ctx.businessId), isNull(product.archivedAt), matches(filter)),
  });
  const rows = await tx
    .select()
    .from(product)
    .where(where)
    .orderBy(...orderBy)
    .limit(filter.limit + 1);
  return toPage(rows, filter.limit, cursorOf, toView);
}

/** The categories that there are, by name. */
export async function categoriesOf(tx: Tx, ctx: Context): Promise<string[]> {
  const rows = await tx
    .selectDistinct({ category: product.category })
    .from(product)
    .where(and(eq(product.businessId, ctx.businessId), isNull(product.archivedAt), ne(product.category, "")))
    .orderBy(asc(product.category));
  return rows.map(({ category }) => category);
}

/** Throws NotFound for a picture of another business, and for what is no picture. */
export async function refuseForeignImage(tx: Tx, imageId: string | null | undefined): Promise<void> {
  if (!imageId) return;
  const [row] = await tx
    .select({ id: attachment.id })
    .from(attachment)
    .where(and(eq(attachment.id, imageId), eq(attachment.kind, "image"), eq(attachment.state, "kept")));
  if (!row) throw new NotFound("התמונה לא נמצאה");
}

function sortOf(asked: ProductSort): Sort<ProductRow> {
  switch (asked) {
    case "number":
    case "-number":
      return byNumber;
    case "name":
    case "-name":
      return byName;
    case "price":
    case "-price":
      return byPrice;
    case "created_at":
    case "-created_at":
      return byMoment;
    default:
      return asked satisfies never;
  }
}

function matches({ q, category, available }: Filter) {
  const patterns = searchPatterns(q);
  return and(
    patterns
      ? or(
          sql`${product.searchText} like ${patterns.anywhere}`,
          sql`${product.searchText} like ${patterns.atStart}::text`,
        )
      : undefined,
    category ? eq(product.category, category) : undefined,
    available === undefined ? undefined : eq(product.available, available),
  );
}

function toView(row: ProductRow): ProductView {
  const { id, number, name, description, category, priceAgorot, stock, options, imageId, available, createdAt } = row;
  return {
    ...{ id, number, name, description, category, stock, imageId, available },
    price: toShekels(priceAgorot),
    options: options.map((option) => ({
      name: option.name,
      choices: option.choices.map(({ label, extraAgorot }) => ({ label, extra: toShekels(extraAgorot) })),
    })),
    createdAt: createdAt.toISOString(),
  };
}
