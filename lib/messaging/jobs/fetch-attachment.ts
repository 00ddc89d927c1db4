import { and, eq } from "drizzle-orm";
import { attachment, conversation, message } from "#drizzle/schema/index.ts";
import { type Context, systemContext } from "../../context.ts";
import { setMarketingConsent } from "../../customers/set-marketing-consent.ts";
import { storable } from "../../db/storable.ts";
import { forBusiness, type Tx } from "../../db/tenant.ts";
import { ProviderFailed } from "../../errors.ts";
import { publish } from "../../events/publish.ts";
import type { LiveEvent } from "../../events/schemas.ts";
import type { JobPayload } from "../../jobs/schemas.ts";
import { log } from "../../log.ts";
import type { FileStore } from "../../providers/files/types.ts";
import type { Transcriber, TranscriptionOptions } from "../../providers/stt/types.ts";
import { answerLater } from "../answer-later.ts";
import { checkContent, type FileTaken, MAX_FILE_BYTES } from "../attachments/check-content.ts";
import { MOST_CONTACTS } from "../attachments/contact-card.ts";
import { marketingWish } from "../opt-out.ts";
import { isNewest } from "../queries.ts";
import type { AttachmentSource, MessageContent } from "../schemas/content.ts";
import { preview } from "../schemas/preview.ts";
import { searchTextOf } from "../search-text.ts";
import { lockConversation } from "../the-conversation.ts";

type AttachmentRow = typeof attachment.$inferSelect;

/** Fetches a file from where its carrier keeps it, at most so many bytes. Throws ProviderFailed. */
type FetchFile = (
  source: Exclude<AttachmentSource, { carrier: "none" }>,
  maxBytes: number,
  signal: AbortSignal,
) => Promise<Uint8Array>;

interface Ports {
  fetchFile: FetchFile;
  files: FileStore;
  /** Null when there is no recogniser: the staff listen themselves. */
  transcriber: Transcriber | null;
}

const ATTEMPTS = 6;

/**
 * Fetches what a customer attached, looks what it really is, keeps it, and writes down what a voice note says, which is
 * answered then. A contact becomes what the message says. What cannot be taken is refused, for the staff to see. Safe to
 * repeat.
 */
export async function fetchAttachment(
  { fetchFile, files, transcriber }: Ports,
  { businessId, attachmentId }: JobPayload<"fetch_attachment">,
  signal: AbortSignal,
  attempt: number,
): Promise<void> {
  const ctx = systemContext(businessId, "fetch_attachment");
  const row = await rowOf(ctx, attachmentId);
  if (row?.state !== "waiting" || row.source.carrier === "none") return;
  try {
    const bytes = await fetchFile(row.source, MAX_FILE_BYTES, signal);
    const verdict = await checkContent(bytes, row.kind);
    if (!verdict.ok) return await settle(ctx, row, { state: "refused", reason: verdict.reason });
    if (verdict.kind === "contact") return await keepContacts(ctx, row, verdict.contacts);
    const fileKey = `${businessId}/${attachmentId}`;
    await files.put(fileKey, bytes, verdict.contentType);
    const words = verdict.kind === "audio" && transcriber ? await hear(transcriber, bytes, verdict, signal) : null;
    const { kind, contentType } = verdict;
    await settle(ctx, row, { state: "kept", kind, contentType, fileKey, sizeBytes: bytes.length }, words);
  } catch (error) {
    const final = (error instanceof ProviderFailed && !error.retryable) || attempt >= ATTEMPTS;
    if (!final) throw error;
    log().warn({ err: error, attachment_id: attachmentId }, "an attachment could not be fetched");
    const tooLarge = error instanceof ProviderFailed && error.message.includes("larger than");
    await settle(
      ctx,
      row,
      tooLarge ? { state: "refused", reason: "too_large" } : { state: "failed", reason: "unreachable" },
    );
  }
}

function rowOf(ctx: Context, attachmentId: string): Promise<AttachmentRow | undefined> {
  return forBusiness(
    ctx,
    async (tx) => (await tx.select().from(attachment).where(eq(attachment.id, attachmentId)))[0],
    "fetchAttachment.row",
  );
}

/** Null when nothing could be made out; a recogniser that fails takes nothing from the recording itself. */
async function hear(
  transcriber: Transcriber,
  bytes: Uint8Array,
  { extension }: FileTaken,
  signal: AbortSignal,
): Promise<string | null> {
  const format = FORMATS[extension];
  if (format === undefined) return null;
  try {
    const { text } = await transcriber.transcribe(bytes, { language: "he", prompt: "", format }, signal);
    return text.trim() === "" ? null : storable(text.trim());
  } catch (error) {
    if (error instanceof ProviderFailed && error.retryable && !signal.aborted) throw error;
    log().warn({ err: error }, "a voice note could not be transcribed");
    return null;
  }
}

const FORMATS: Record<string, NonNullable<TranscriptionOptions["format"]>> = {
  ogg: "ogg",
  opus: "ogg",
  oga: "ogg",
  mp3: "mp3",
  m4a: "m4a",
  mp4: "m4a",
  wav: "wav",
  webm: "webm",
};

/** The message is the contact, as it is where a paired phone brings it: the file it came in is not kept. */
async function keepContacts(ctx: Context, row: AttachmentRow, found: Contacts): Promise<void> {
  await forBusiness(ctx, async function keepContacts(tx) {
    if (row.messageId === null) return;
    const [before] = await tx.select().from(message).where(eq(message.id, row.messageId));
    if (before) await lockConversation(tx, before.conversationId);
    const [of] = await tx.select().from(message).where(eq(message.id, row.messageId)).for("update");
    const gone = await tx.delete(attachment).where(eq(attachment.id, row.id)).returning({ id: attachment.id });
    if (!of || gone.length === 0) return;
    const others = of.content.kind === "contact" ? of.content.contacts : [];
    const contacts = storable([...others, ...found].slice(0, MOST_CONTACTS));
    await tx
      .update(message)
      .set({ content: { kind: "contact", contacts } })
      .where(eq(message.id, of.id));
    if (await isNewest(tx, of)) {
      const lastText = preview(of.body, "contact");
      await tx.update(conversation).set({ lastText }).where(eq(conversation.id, of.conversationId));
    }
    await publish(tx, { type: "message.changed", conversationId: of.conversationId, messageId: of.id });
  });
}
type Contacts = (MessageContent & { kind: "contact" })["contacts"];

async function settle(ctx: Context, row: AttachmentRow, values: Partial<AttachmentRow>, words: string | null = null) {
  await forBusiness(ctx, async function settleAttachment(tx) {
    const [of] =
      row.messageId === null ? [] : await tx.select().from(message).where(eq(message.id, row.messageId)).for("update");
    const settled = await tx
      .update(attachment)
      .set(values)
      .where(and(eq(attachment.id, row.id), eq(attachment.state, "waiting")))
      .returning({ id: attachment.id });
    if (settled.length === 0 || !of) return;
    const news = words === null ? [] : await keepWords(tx, ctx, of, words);
    // What a voice note says was waited for; any other file is answered when no more is written (receive-message.ts).
    if (row.kind === "audio") await answerLater(tx, ctx, { id: of.conversationId }, 0);
    await publish(tx, ...news, { type: "message.changed", conversationId: of.conversationId, messageId: of.id });
  });
}

/** Who says in a voice note that they want no more advertising gets none from now on, as if they had written it. */
async function keepWords(
  tx: Tx,
  ctx: Context,
  { id, conversationId, body, transcript, sentAt, createdAt }: typeof message.$inferSelect,
  words: string,
): Promise<LiveEvent[]> {
  const whole = transcript === null ? words : `${transcript} ${words}`;
  await tx
    .update(message)
    .set({ transcript: whole, searchText: searchTextOf(body, whole) })
    .where(eq(message.id, id));
  if (marketingWish(body || whole) !== "refused") return [];
  const [row] = await tx
    .select({ customerId: conversation.customerId })
    .from(conversation)
    .where(eq(conversation.id, conversationId));
  if (!row) return [];
  return setMarketingConsent(tx, ctx, row.customerId, "refused", `message:${id}`, sentAt ?? createdAt);
}
