import { createProduct } from "#lib/ordering/create-product.ts";
import { listProducts } from "#lib/ordering/list-products.ts";
import { createProductInput } from "#lib/ordering/schemas/products.ts";
import { businessRoute, json } from "#lib/web/route.ts";

export const GET = businessRoute(async ({ ctx, query }) => json(await listProducts(ctx, query)));

export const POST = businessRoute(async ({ ctx, body }) =>
  json(await createProduct(ctx, body as Parameters<typeof createProductInput.parse>[0] as never), 201),
);
