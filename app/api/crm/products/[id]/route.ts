import { getProduct } from "#lib/ordering/list-products.ts";
import type { UpdateProductInput } from "#lib/ordering/schemas/products.ts";
import { archiveProduct, updateProduct } from "#lib/ordering/update-product.ts";
import { businessRoute, json } from "#lib/web/route.ts";

export const GET = businessRoute(async ({ ctx, id }) => json(await getProduct(ctx, id)));

export const PATCH = businessRoute(async ({ ctx, id, body }) =>
  json(await updateProduct(ctx, { ...body, productId: id } as UpdateProductInput)),
);

export const DELETE = businessRoute(async ({ ctx, id }) => {
  await archiveProduct(ctx, id);
  return new Response(null, { status: 204 });
});
