import { createOrder } from "#lib/ordering/create-order.ts";
import { listOrders } from "#lib/ordering/list-orders.ts";
import type { CreateOrderInput } from "#lib/ordering/schemas/orders.ts";
import { businessRoute, json } from "#lib/web/route.ts";

export const GET = businessRoute(async ({ ctx, query }) => json(await listOrders(ctx, query)));

export const POST = businessRoute(async ({ ctx, body }) => json(await createOrder(ctx, body as CreateOrderInput), 201));
