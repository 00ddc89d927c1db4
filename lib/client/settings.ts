import { z } from "zod";
import {
  type PronunciationInput,
  type PronunciationView,
  pronunciationView,
  type SettingsView,
  settingsView,
} from "#lib/businesses/schemas.ts";
import { type CannedReplyInput, type CannedReplyView, cannedReplyView } from "#lib/messaging/schemas/canned-replies.ts";
import { api, apiBlob, apiDo } from "./api.ts";

export type SettingsSection = "persona" | "voice" | "calls" | "hours" | "messages" | "ordering" | "transfer";

/** Saves one section. Throws ApiError. */
export function saveSettings(section: SettingsSection, values: unknown): Promise<SettingsView> {
  return api(`/api/settings/${section}`, settingsView, { method: "PUT", body: values });
}

const voices = z.object({ items: z.array(z.object({ name: z.string(), gender: z.string() })) });
export type Voice = z.infer<typeof voices>["items"][number];

/** The voices that the speech service has for Hebrew. Throws ApiError. */
export async function listVoices(signal: AbortSignal): Promise<Voice[]> {
  return (await api("/api/settings/voices", voices, { signal })).items;
}

export interface Preview {
  text: string;
  voice: string | null;
  /** False for a text that is a spoken form itself. */
  withPronunciations?: boolean;
}

/** A sentence in a voice, as sound that a browser plays. Throws ApiError. */
export function previewVoice(preview: Preview): Promise<Blob> {
  return apiBlob("/api/settings/voice/preview", { method: "POST", body: preview });
}

const PRONUNCIATIONS = "/api/settings/pronunciations";

/** Keeps a word and how it is said: a new one without an id. Throws ApiError. */
export function keepPronunciation(id: string | null, input: PronunciationInput): Promise<PronunciationView> {
  return id === null
    ? api(PRONUNCIATIONS, pronunciationView, { method: "POST", body: input })
    : api(`${PRONUNCIATIONS}/${id}`, pronunciationView, { method: "PUT", body: input });
}

/** Takes a word away. Throws ApiError. */
export function removePronunciation(id: string): Promise<void> {
  return apiDo(`${PRONUNCIATIONS}/${id}`, { method: "DELETE" });
}

const CANNED_REPLIES = "/api/settings/canned-replies";

/** Keeps a canned reply: a new one without an id. Throws ApiError. */
export function keepCannedReply(id: string | null, input: CannedReplyInput): Promise<CannedReplyView> {
  return id === null
    ? api(CANNED_REPLIES, cannedReplyView, { method: "POST", body: input })
    : api(`${CANNED_REPLIES}/${id}`, cannedReplyView, { method: "PUT", body: input });
}

/** Takes a canned reply away. Throws ApiError. */
export function removeCannedReply(id: string): Promise<void> {
  return apiDo(`${CANNED_REPLIES}/${id}`, { method: "DELETE" });
}

/** Ends one of one's own sessions. Throws ApiError. */
export function revokeSession(sessionId: string): Promise<void> {
  return apiDo(`/api/sessions/${sessionId}`, { method: "DELETE" });
}
