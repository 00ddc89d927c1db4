import type { Page } from "../calls/schemas/views.ts";
import type { Context } from "../context.ts";
import { forBusiness } from "../db/tenant.ts";
import { requirePermission } from "../permissions.ts";
import { categoriesOf, productById, productPage } from "./product-queries.ts";
import { type ProductListInput, type ProductView, productListInput } from "./schemas/products.ts";

/** Products, newest first unless asked otherwise, a page at a time. */
export async function listProducts(ctx: Context, input: ProductListInput): Promise<Page<ProductView>> {
  requirePermission(ctx, "products.read");
  const parsed = productListInput.parse(input);
  return forBusiness(ctx, (tx) => productPage(tx, ctx, parsed), "listProducts");
}

/** Throws NotFound, also for another business's product. */
export async function getProduct(ctx: Context, productId: string): Promise<ProductView> {
  requirePermission(ctx, "products.read");
  return forBusiness(ctx, (tx) => productById(tx, productId), "getProduct");
}

/** The categories that products are in, by name. */
export async function listCategories(ctx: Context): Promise<string[]> {
  requirePermission(ctx, "products.read");
  return forBusiness(ctx, (tx) => categoriesOf(tx, ctx), "listCategories");
}
