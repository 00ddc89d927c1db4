import { keepUpload } from "#lib/messaging/attachments/keep-upload.ts";
import { json, uploadRoute } from "#lib/web/route.ts";

/** A file to be sent with a message. */
export const POST = uploadRoute(async ({ ctx, file }) => json(await keepUpload(ctx, file), 201));
