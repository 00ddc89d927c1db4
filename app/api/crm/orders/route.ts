import { listOrders } from "#lib/ordering/list-orders.ts";
import { businessRoute, json } from "#lib/web/route.ts";

export const GET = businessRoute(async ({ ctx, query }) => json(await listOrders(ctx, query)));
