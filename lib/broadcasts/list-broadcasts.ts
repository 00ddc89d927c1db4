import type { Page } from "../calls/schemas/views.ts";
import type { Context } from "../context.ts";
import { forBusiness } from "../db/tenant.ts";
import { requirePermission } from "../permissions.ts";
import { broadcastById, broadcastPage, tagsOf } from "./queries.ts";
import { recipientPage } from "./recipient-queries.ts";
import {
  type BroadcastDetails,
  type BroadcastListInput,
  type BroadcastView,
  broadcastListInput,
  type RecipientListInput,
  type RecipientView,
  recipientListInput,
} from "./schemas/broadcast.ts";

/** Broadcasts with how far they are, newest first, a page at a time. */
export async function listBroadcasts(ctx: Context, input: BroadcastListInput): Promise<Page<BroadcastView>> {
  requirePermission(ctx, "broadcasts.read");
  const parsed = broadcastListInput.parse(input);
  return forBusiness(ctx, (tx) => broadcastPage(tx, ctx, parsed), "listBroadcasts");
}

/** One with its text and a count of what became of it. Throws NotFound, also for another business's. */
export async function getBroadcast(ctx: Context, broadcastId: string): Promise<BroadcastDetails> {
  requirePermission(ctx, "broadcasts.read");
  return forBusiness(ctx, (tx) => broadcastById(tx, broadcastId), "getBroadcast");
}

/** What became of it with each recipient, a page at a time. Throws NotFound. */
export async function listRecipients(ctx: Context, input: RecipientListInput): Promise<Page<RecipientView>> {
  requirePermission(ctx, "broadcasts.read");
  const parsed = recipientListInput.parse(input);
  return forBusiness(ctx, (tx) => recipientPage(tx, parsed), "listRecipients");
}

/** The tags that customers have, each with how many have it. */
export async function listAudienceTags(ctx: Context): Promise<{ tag: string; count: number }[]> {
  requirePermission(ctx, "broadcasts.read");
  return forBusiness(ctx, (tx) => tagsOf(tx, ctx), "listAudienceTags");
}
