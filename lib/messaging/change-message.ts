/** What becomes of a message after it was written: somebody reacts to it, changes it, or takes it back. */
import { and, eq, isNull, type SQL } from "drizzle-orm";
import { attachment, conversation, message } from "#drizzle/schema/index.ts";
import type { Context } from "../context.ts";
import { setMarketingConsent } from "../customers/set-marketing-consent.ts";
import { storable } from "../db/storable.ts";
import { forBusiness, type Tx } from "../db/tenant.ts";
import { publish } from "../events/publish.ts";
import { inboundMessage } from "./inbound.ts";
import { marketingWish } from "./opt-out.ts";
import { isNewest } from "./queries.ts";
import type { MessageCarrier } from "./schemas/channel.ts";
import { LONGEST_EMOJI, type Reaction, reaction } from "./schemas/content.ts";
import { preview } from "./schemas/preview.ts";
import { searchTextOf } from "./search-text.ts";
import { lockConversation } from "./the-conversation.ts";

interface NamedMessage {
  carrier: MessageCarrier;
  /** The carrier's name for it. */
  providerId: string;
}

/**
 * Somebody's reaction takes the place of their last one; an empty one takes it back. Of more than one emoji the first counts.
 * Unknown messages: nothing.
 */
export async function reactToMessage(ctx: Context, at: NamedMessage, given: Reaction): Promise<void> {
  const { by, emoji } = reaction.parse({ ...given, emoji: firstEmoji(storable(given.emoji)) });
  await forBusiness(ctx, async function reactToMessage(tx) {
    const [row] = await tx.select().from(message).where(named(ctx, at)).for("update");
    if (!row) return;
    const others = row.reactions.filter((one) => one.by !== by);
    await tx
      .update(message)
      .set({ reactions: emoji === "" ? others : [...others, { by, emoji }] })
      .where(eq(message.id, row.id));
    await publish(tx, { type: "message.changed", conversationId: row.conversationId, messageId: row.id });
  });
}

/** Whole, as a person sees it: a family is many characters. What no emoji is as long as is cut to its first character. */
function firstEmoji(text: string): string {
  const [first] = new Intl.Segmenter("he", { granularity: "grapheme" }).segment(text);
  const whole = first?.segment ?? "";
  return whole.length <= LONGEST_EMOJI ? whole : ([...whole][0] ?? "");
}

interface Edit {
  /** The customer's number, E.164: nobody changes what is written with somebody else. */
  with: string;
  /** Who changed it, and so must have written it. */
  by: "customer" | "business";
  body: string;
}

/**
 * Its writer put other words in its place: those are shown, searched and, where it is not answered yet, answered. What was
 * answered stays so. Unknown messages: nothing.
 */
export async function editMessage(ctx: Context, at: NamedMessage, edit: Edit): Promise<void> {
  const body = storable(inboundMessage.shape.body.parse(edit.body));
  await forBusiness(ctx, async function editMessage(tx) {
    const found = await lockWritten(tx, writtenBy(ctx, at, edit));
    if (!found) return;
    const { id: messageId, conversationId, transcript, content } = found.row;
    const files = await tx.select().from(attachment).where(eq(attachment.messageId, messageId));
    const searchText = searchTextOf(body, transcript, ...files.map(({ fileName }) => fileName));
    await tx.update(message).set({ body, searchText, editedAt: new Date() }).where(eq(message.id, messageId));
    if (await isNewest(tx, found.row)) {
      const lastText = preview(body, files[0]?.kind ?? content.kind);
      await tx.update(conversation).set({ lastText }).where(eq(conversation.id, conversationId));
    }
    // Whoever writes so by a change of words wants no less that nothing more is sent.
    const refused = edit.by === "customer" && marketingWish(body) === "refused";
    const news = refused ? await setMarketingConsent(tx, ctx, found.customerId, "refused", `message:${messageId}`) : [];
    await publish(tx, ...news, { type: "message.changed", conversationId, messageId });
  });
}

/** Its writer took it back for everybody: its words are not shown any more, nor answered. Anybody else's wish: nothing. */
export async function deleteMessage(ctx: Context, at: NamedMessage, by: Omit<Edit, "body">): Promise<void> {
  await forBusiness(ctx, async function deleteMessage(tx) {
    const found = await lockWritten(tx, writtenBy(ctx, at, by));
    if (!found) return;
    const { id: messageId, conversationId } = found.row;
    if (await isNewest(tx, found.row))
      await tx.update(conversation).set({ lastText: "[deleted]" }).where(eq(conversation.id, conversationId));
    await tx.update(message).set({ deletedAt: new Date(), searchText: "" }).where(eq(message.id, messageId));
    await publish(tx, { type: "message.changed", conversationId, messageId });
  });
}

/** That message, with its conversation locked before it: an answer to it is begun before the change, or after it. */
async function lockWritten(tx: Tx, which: SQL | undefined) {
  const written = () =>
    tx
      .select({ row: message, customerId: conversation.customerId })
      .from(message)
      .innerJoin(conversation, eq(conversation.id, message.conversationId))
      .where(which);
  const [known] = await written();
  if (!known) return undefined;
  await lockConversation(tx, known.row.conversationId);
  const [found] = await written().for("update", { of: message });
  return found;
}

/** That message, when it is still there, in the conversation with that number and written by that side. */
function writtenBy(ctx: Context, at: NamedMessage, { with: address, by }: Omit<Edit, "body">) {
  return and(
    named(ctx, at),
    eq(conversation.address, address),
    eq(message.direction, by === "customer" ? "in" : "out"),
    isNull(message.deletedAt),
  );
}

function named(ctx: Context, { carrier, providerId }: NamedMessage) {
  return and(eq(message.businessId, ctx.businessId), eq(message.carrier, carrier), eq(message.providerId, providerId));
}
