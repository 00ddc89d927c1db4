import { type SendTemplateInput, type TemplateList, templateList } from "#lib/templates/schemas/template.ts";
import { api, apiDo } from "./api.ts";

/** Reads the templates anew from WhatsApp. Throws ApiError. */
export function refreshTemplates(): Promise<TemplateList> {
  return api("/api/crm/templates/refresh", templateList, { method: "POST" });
}

/** Sends the customer of a conversation an approved text. Throws ApiError. */
export function sendTemplate({ conversationId, ...body }: SendTemplateInput): Promise<void> {
  return apiDo(`/api/crm/conversations/${conversationId}/templates`, { method: "POST", body });
}
