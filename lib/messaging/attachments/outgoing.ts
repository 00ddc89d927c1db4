import type { attachment } from "#drizzle/schema/index.ts";
import { env } from "../../config/env.ts";
import type { Context } from "../../context.ts";
import { ProviderFailed } from "../../errors.ts";
import { fileStore } from "../../providers/files/index.ts";
import type { OutgoingAttachment } from "../../providers/whatsapp/types.ts";
import { signMediaToken } from "./media-token.ts";

/** A carrier may come late, and come again. */
const LINK_LASTS_MS = 48 * 3_600_000;

/** A file of ours as a carrier gets it: by an address that nobody can guess, or as bytes. */
export function outgoingAttachment(ctx: Context, row: typeof attachment.$inferSelect): OutgoingAttachment {
  const { id, kind, contentType, fileName, fileKey } = row;
  const token = signMediaToken({ businessId: ctx.businessId, attachmentId: id, until: Date.now() + LINK_LASTS_MS });
  return {
    kind,
    contentType,
    fileName,
    url: `${env().publicUrl.origin}/media/${token}`,
    read: async () => {
      const bytes = fileKey === null ? null : await fileStore().get(fileKey);
      if (bytes === null) throw new ProviderFailed("files", false, "a kept file is gone");
      return bytes;
    },
  };
}
