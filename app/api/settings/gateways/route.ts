import { listGateways } from "#lib/payments/list-gateways.ts";
import { saveGateway } from "#lib/payments/save-gateway.ts";
import { saveGatewayInput } from "#lib/payments/schemas/gateways.ts";
import { businessRoute, json } from "#lib/web/route.ts";

export const GET = businessRoute(async ({ ctx }) => json(await listGateways(ctx)));

export const PUT = businessRoute(async ({ ctx, body }) => {
  await saveGateway(ctx, saveGatewayInput.parse(body));
  return json(await listGateways(ctx));
});
