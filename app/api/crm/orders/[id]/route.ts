import { archiveOrder } from "#lib/ordering/create-order.ts";
import { getOrder } from "#lib/ordering/list-orders.ts";
import { moveOrder } from "#lib/ordering/move-order.ts";
import type { MoveOrderInput } from "#lib/ordering/schemas/orders.ts";
import { businessRoute, json } from "#lib/web/route.ts";

export const GET = businessRoute(async ({ ctx, id }) => json(await getOrder(ctx, id)));

export const PATCH = businessRoute(async ({ ctx, id, body }) =>
  json(await moveOrder(ctx, { ...body, orderId: id } as MoveOrderInput)),
);

export const DELETE = businessRoute(async ({ ctx, id }) => {
  await archiveOrder(ctx, id);
  return new Response(null, { status: 204 });
});
