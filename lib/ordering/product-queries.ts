import { and, desc, eq, isNull, sql } from "drizzle-orm";
import type { z } from "zod";
import { attachment, product } from "#drizzle/schema/index.ts";
import type { Context } from "../context.ts";
import { decodeCursor, encodeCursor, momentKey, toPage } from "../db/cursor.ts";
import type { Tx } from "../db/tenant.ts";
import { NotFound } from "../errors.ts";
import { toShekels } from "../hebrew/money.ts";
import { normalizeForSearch } from "../hebrew/normalize.ts";
import type { ProductRow } from "./catalogue.ts";
import type { ProductView, productListInput } from "./schemas/products.ts";

/** Throws NotFound when there is none in this business. */
export async function productById(tx: Tx, productId: string): Promise<ProductView> {
  const [row] = await tx
    .select()
    .from(product)
    .where(and(eq(product.id, productId), isNull(product.archivedAt)));
  if (!row) throw new NotFound("המוצר לא נמצא");
  return toView(row);
}

/** Newest first, a page at a time. */
export async function productPage(tx: Tx, ctx: Context, input: z.output<typeof productListInput>) {
  const after = input.cursor ? decodeCursor(input.cursor, momentKey) : null;
  const words = normalizeForSearch(input.q ?? "").replace(/[\\%_]/g, "\\$&");
  const rows = await tx
    .select()
    .from(product)
    .where(
      and(
        eq(product.businessId, ctx.businessId),
        isNull(product.archivedAt),
        words === "" ? undefined : sql`${product.searchText} like ${`%${words}%`}`,
        after ? sql`(${product.createdAt}, ${product.id}) < (${after[0]}::timestamptz, ${after[1]}::uuid)` : undefined,
      ),
    )
    .orderBy(desc(product.createdAt), desc(product.id))
    .limit(input.limit + 1);
  return toPage(rows, input.limit, (row) => encodeCursor(row.createdAt.toISOString(), row.id), toView);
}

/** Throws NotFound for a picture of another business. */
export async function refuseForeignImage(tx: Tx, imageId: string | null | undefined): Promise<void> {
  if (!imageId) return;
  const [row] = await tx
    .select({ id: attachment.id })
    .from(attachment)
    .where(and(eq(attachment.id, imageId), eq(attachment.kind, "image"), eq(attachment.state, "kept")));
  if (!row) throw new NotFound("התמונה לא נמצאה");
}

function toView(row: ProductRow): ProductView {
  const { id, number, name, description, category, priceAgorot, stock, options, imageId, available, createdAt } = row;
  return {
    ...{ id, number, name, description, category, stock, options, imageId, available },
    price: toShekels(priceAgorot),
    createdAt: createdAt.toISOString(),
  };
}
