import { product } from "#drizzle/schema/index.ts";
import { recordAudit } from "../audit/record.ts";
import type { Context } from "../context.ts";
import { forBusiness } from "../db/tenant.ts";
import { publish } from "../events/publish.ts";
import { requirePermission } from "../permissions.ts";
import { nextNumber } from "./next-number.ts";
import { productById, refuseForeignImage } from "./product-queries.ts";
import { type CreateProductInput, createProductInput, type ProductView } from "./schemas/products.ts";

/** Adds a product. With the first one, customers can order by message. Throws a ZodError, Forbidden, NotFound. */
export async function createProduct(ctx: Context, input: CreateProductInput): Promise<ProductView> {
  requirePermission(ctx, "products.write");
  const { price: priceAgorot, ...values } = createProductInput.parse(input);

  return forBusiness(ctx, async function createProduct(tx) {
    await refuseForeignImage(tx, values.imageId);
    // Never another product's: an old list must not order the wrong thing.
    const number = await nextNumber(tx, ctx, "product", 1);
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
