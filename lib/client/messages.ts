import {
  type AttachmentView,
  attachmentView,
  type ChangeConversationInput,
  type TimelinePage,
  timelinePage,
  type WriteInput,
} from "#lib/messaging/schemas/views.ts";
import { api, apiDo } from "./api.ts";

/** What was written and said before, newest first. Throws ApiError. */
export function readTimeline(conversationId: string, cursor: string): Promise<TimelinePage> {
  return api(`/api/crm/conversations/${conversationId}/timeline`, timelinePage, { query: { cursor } });
}

/** Writes to the customer, or a note to colleagues. Throws ApiError. */
export function writeMessage({ conversationId, ...body }: WriteInput): Promise<void> {
  return apiDo(`/api/crm/conversations/${conversationId}/messages`, { method: "POST", body });
}

/** Takes over, hands back, assigns, snoozes, closes, opens, notes as read. Throws ApiError. */
export function changeConversation({ conversationId, ...body }: ChangeConversationInput): Promise<void> {
  return apiDo(`/api/crm/conversations/${conversationId}`, { method: "PATCH", body });
}

/** Sends a message that has failed once more. Throws ApiError. */
export function retryMessage(messageId: string): Promise<void> {
  return apiDo(`/api/crm/messages/${messageId}/attempts`, { method: "POST" });
}

/** Keeps a file that is to be sent. Throws ApiError. */
export function uploadFile(file: File): Promise<AttachmentView> {
  const form = new FormData();
  form.set("file", file);
  return api("/api/attachments", attachmentView, { method: "POST", form });
}

/** Where a browser fetches a picture, a sound or a document from. */
export function attachmentUrl(attachmentId: string): string {
  return `/api/attachments/${attachmentId}`;
}
