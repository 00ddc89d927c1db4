import type { SendTemplateInput } from "#lib/templates/schemas/template.ts";
import { sendTemplate } from "#lib/templates/send-template.ts";
import { businessRoute, json } from "#lib/web/route.ts";

export const POST = businessRoute(async ({ ctx, id, body }) =>
  json(await sendTemplate(ctx, { ...body, conversationId: id } as SendTemplateInput), 201),
);
