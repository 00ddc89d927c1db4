import { attachment } from "#drizzle/schema/index.ts";
import type { Context } from "../../context.ts";
import { forBusiness } from "../../db/tenant.ts";
import { Invalid, TooLarge } from "../../errors.ts";
import { requirePermission } from "../../permissions.ts";
import { fileStore } from "../../providers/files/index.ts";
import type { AttachmentView } from "../schemas/views.ts";
import { checkContent, MAX_FILE_BYTES } from "./check-content.ts";
import { safeName } from "./safe-name.ts";

const REFUSAL = {
  empty: "הקובץ ריק",
  too_large: "הקובץ גדול מדי",
  // Of a document nothing is known but what it is found to be.
  not_what_it_says: "לא הצלחנו לזהות מה יש בקובץ, ולכן אי אפשר לצרף אותו",
  kind_not_taken: "אי אפשר לצרף קובץ מהסוג הזה. אפשר תמונות, קול, סרטונים, PDF, Word, Excel, PowerPoint וטקסט",
};

/** Keeps a file that the staff want to send, or to show with a product. Throws TooLarge, Invalid for what nobody should open. */
export async function keepUpload(ctx: Context, file: File): Promise<AttachmentView> {
  requirePermission(ctx, "messages.write");
  if (file.size > MAX_FILE_BYTES) throw new TooLarge("הקובץ גדול מדי: אפשר לצרף עד 25 מגה");
  const bytes = new Uint8Array(await file.arrayBuffer());
  const verdict = await checkContent(bytes, "document");
  if (!verdict.ok) throw new Invalid(REFUSAL[verdict.reason]);
  // A contact's card: only what a customer shares of one is shown.
  if (verdict.kind === "contact") throw new Invalid(REFUSAL.kind_not_taken);
  const id = crypto.randomUUID();
  const fileKey = `${ctx.businessId}/${id}`;
  await fileStore().put(fileKey, bytes, verdict.contentType);
  const { kind, contentType } = verdict;
  const fileName = safeName(file.name);
  const values = { kind, contentType, fileName, sizeBytes: bytes.length };
  await forBusiness(
    ctx,
    (tx) =>
      tx
        .insert(attachment)
        .values({ id, businessId: ctx.businessId, state: "kept", source: { carrier: "none" }, fileKey, ...values }),
    "keepUpload",
  );
  return { id, state: "kept", reason: null, ...values };
}
