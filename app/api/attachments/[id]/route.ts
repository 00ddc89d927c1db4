import { getFile } from "#lib/messaging/attachments/get-file.ts";
import { fileResponse } from "#lib/web/file-response.ts";
import { businessRoute } from "#lib/web/route.ts";

export const GET = businessRoute(async ({ ctx, id }) => fileResponse(await getFile(ctx, id)));
