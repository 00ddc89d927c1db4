import { eq } from "drizzle-orm";
import { product } from "#drizzle/schema/index.ts";
import { recordAudit } from "../audit/record.ts";
import type { Context } from "../context.ts";
import { forBusiness } from "../db/tenant.ts";
import { publish } from "../events/publish.ts";
import { requirePermission } from "../permissions.ts";
import { productById, refuseForeignImage } from "./product-queries.ts";
import { type ProductView, type UpdateProductInput, updateProductInput } from "./schemas/products.ts";

/** Changes a product; orders that were placed keep their names and prices. Throws NotFound for another business's. */
export async function updateProduct(ctx: Context, input: UpdateProductInput): Promise<ProductView> {
  requirePermission(ctx, "products.write");
  const { productId, price, ...values } = updateProductInput.parse(input);

  return forBusiness(ctx, async function updateProduct(tx) {
    // Locked: whoever buys of it meanwhile waits, and what is told of before and after is true.
    const before = await productById(tx, productId, true);
    await refuseForeignImage(tx, values.imageId);
    await tx
      .update(product)
      .set({ ...values, ...(price === undefined ? {} : { priceAgorot: price }), updatedAt: new Date() })
      .where(eq(product.id, productId));
    const after = await productById(tx, productId);
    await recordAudit(tx, ctx, { action: "product.update", subjectId: productId, before, after });
    await publish(tx, { type: "product.changed", productId });
    return after;
  });
}

/** Takes a product out of sale and out of sight. Throws NotFound for another business's. */
export async function archiveProduct(ctx: Context, productId: string): Promise<void> {
  requirePermission(ctx, "products.write");

  await forBusiness(ctx, async function archiveProduct(tx) {
    const before = await productById(tx, productId, true);
    await tx.update(product).set({ archivedAt: new Date() }).where(eq(product.id, productId));
    await recordAudit(tx, ctx, { action: "product.archive", subjectId: productId, before });
    await publish(tx, { type: "product.changed", productId });
  });
}
