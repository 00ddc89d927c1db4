import { giveUpForgottenBroadcasts } from "#lib/broadcasts/give-up-broadcast.ts";
import { enqueueRendering } from "#lib/businesses/voice-clips.ts";
import { sweepVoiceFiles } from "#lib/businesses/voice-files.ts";
import { closeForgottenCalls } from "#lib/calls/close-forgotten-calls.ts";
import { systemContext } from "#lib/context.ts";
import { allBusinesses, sweepSystem } from "#lib/db/system.ts";
import { forBusiness } from "#lib/db/tenant.ts";
import { sweepEvents } from "#lib/events/queries.ts";
import { sweepEarlyStatuses } from "#lib/messaging/advance-message.ts";
import { sweepArrivals, sweepSentContent } from "#lib/whatsapp/device.ts";

/**
 * Every night: what nobody can ask for any more goes, and broadcasts that nobody advances any more are stopped. One business
 * at a time, so that none waits for another's lock. And sentences that are not rendered ahead (new ones, or those of a night
 * without a voice) are rendered.
 */
export async function sweep(signal: AbortSignal): Promise<void> {
  await sweepSystem();
  for (const businessId of await allBusinesses()) {
    signal.throwIfAborted();
    const ctx = systemContext(businessId, "sweep");
    await forBusiness(ctx, sweepEvents, "sweepEvents");
    await forBusiness(ctx, sweepVoiceFiles, "sweepVoiceFiles");
    await forBusiness(ctx, sweepEarlyStatuses, "sweepEarlyStatuses");
    await forBusiness(ctx, giveUpForgottenBroadcasts, "giveUpForgottenBroadcasts");
    await forBusiness(ctx, sweepSentContent, "sweepSentContent");
    await forBusiness(ctx, sweepArrivals, "sweepArrivals");
    await forBusiness(ctx, (tx) => enqueueRendering(tx, ctx), "enqueueRendering");
  }
}

/** Now and then: calls whose end the network never told. */
export async function closeForgotten(signal: AbortSignal): Promise<void> {
  for (const businessId of await allBusinesses()) {
    signal.throwIfAborted();
    await closeForgottenCalls(businessId);
  }
}
