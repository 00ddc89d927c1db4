import {
  type BroadcastDetails,
  type BroadcastPreview,
  broadcastDetails,
  broadcastPreview,
  type CreateBroadcastInput,
  type PreviewBroadcastInput,
} from "#lib/broadcasts/schemas/broadcast.ts";
import { api, apiDo } from "./api.ts";

/** Whom a broadcast would reach; sends nothing. Throws ApiError. */
export function previewBroadcast(body: PreviewBroadcastInput): Promise<BroadcastPreview> {
  return api("/api/crm/broadcasts/preview", broadcastPreview, { method: "POST", body });
}

/** Begins a broadcast. Throws ApiError. */
export function createBroadcast(body: CreateBroadcastInput): Promise<BroadcastDetails> {
  return api("/api/crm/broadcasts", broadcastDetails, { method: "POST", body });
}

/** Stops one at once. Throws ApiError. */
export function stopBroadcast(broadcastId: string): Promise<void> {
  return apiDo(`/api/crm/broadcasts/${broadcastId}/stop`, { method: "POST" });
}
