import { createProduct } from "#lib/ordering/create-product.ts";
import { listProducts } from "#lib/ordering/list-products.ts";
import type { CreateProductInput } from "#lib/ordering/schemas/products.ts";
import { businessRoute, json } from "#lib/web/route.ts";

export const GET = businessRoute(async ({ ctx, query }) => json(await listProducts(ctx, query)));

// The verb parses it, once: a price that is parsed twice would be changed to agorot twice.
export const POST = businessRoute(async ({ ctx, body }) =>
  json(await createProduct(ctx, body as CreateProductInput), 201),
);
