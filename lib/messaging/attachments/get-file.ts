import { and, eq, isNull } from "drizzle-orm";
import { attachment, message } from "#drizzle/schema/index.ts";
import { type Context, systemContext } from "../../context.ts";
import { forBusiness } from "../../db/tenant.ts";
import { NotFound } from "../../errors.ts";
import { requirePermission } from "../../permissions.ts";
import { fileStore } from "../../providers/files/index.ts";
import { readMediaToken } from "./media-token.ts";

export interface KeptFile {
  bytes: Uint8Array<ArrayBuffer>;
  contentType: string;
  fileName: string;
}

/** A file of a conversation. Throws NotFound, also for another business's file and for one that was taken back. */
export async function getFile(ctx: Context, attachmentId: string): Promise<KeptFile> {
  requirePermission(ctx, "messages.read");
  const [row] = await forBusiness(
    ctx,
    (tx) =>
      tx
        .select({ file: attachment })
        .from(attachment)
        .leftJoin(message, eq(message.id, attachment.messageId))
        .where(and(eq(attachment.id, attachmentId), isNull(message.deletedAt))),
    "getFile",
  );
  const bytes = row?.file.fileKey ? await fileStore().get(row.file.fileKey) : null;
  if (!row || bytes === null) throw new NotFound("הקובץ לא נמצא");
  const { contentType, fileName } = row.file;
  return { bytes: new Uint8Array(bytes), contentType, fileName };
}

/** The file that this token lets its bearer fetch. Throws NotFound. */
export function getSharedFile(token: string): Promise<KeptFile> {
  const grant = readMediaToken(token, Date.now());
  if (grant === null) return Promise.reject(new NotFound("הקובץ לא נמצא"));
  return getFile(systemContext(grant.businessId, "media"), grant.attachmentId);
}
