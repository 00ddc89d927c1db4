import { sql } from "drizzle-orm";
import { counter, product } from "#drizzle/schema/index.ts";
import { recordAudit } from "../audit/record.ts";
import type { Context } from "../context.ts";
import { forBusiness, type Tx } from "../db/tenant.ts";
import { publish } from "../events/publish.ts";
import { requirePermission } from "../permissions.ts";
import { productById, refuseForeignImage } from "./product-queries.ts";
import { type CreateProductInput, createProductInput, type ProductView } from "./schemas/products.ts";

/** Adds a product. With the first one, customers can order by message. Throws a ZodError, Forbidden, NotFound. */
export async function createProduct(ctx: Context, input: CreateProductInput): Promise<ProductView> {
  requirePermission(ctx, "products.write");
  const { price: priceAgorot, ...values } = createProductInput.parse(input);

  return forBusiness(ctx, async function createProduct(tx) {
    await refuseForeignImage(tx, values.imageId);
    const number = await nextNumber(tx, ctx);
    const [row] = await tx
      .insert(product)
      .values({ businessId: ctx.businessId, number, priceAgorot, ...values })
      .returning({ id: product.id });
    if (!row) throw new Error("an insert returned nothing");
    const created = await productById(tx, row.id);
    await recordAudit(tx, ctx, { action: "product.create", subjectId: row.id, after: created });
    await publish(tx, { type: "product.changed", productId: row.id });
    return created;
  });
}

/** What customers type for it: never another product's, so that an old list does not order the wrong thing. */
async function nextNumber(tx: Tx, ctx: Context): Promise<number> {
  const [row] = await tx
    .insert(counter)
    .values({ businessId: ctx.businessId, name: "product", last: 1 })
    .onConflictDoUpdate({ target: [counter.businessId, counter.name], set: { last: sql`${counter.last} + 1` } })
    .returning({ last: counter.last });
  if (!row) throw new Error("a counter that counts nothing");
  return row.last;
}
