import { z } from "zod";
import { type SettingsView, settingsView } from "#lib/businesses/schemas.ts";
import { api, apiBlob, apiDo } from "./api.ts";

export type SettingsSection = "persona" | "voice" | "hours" | "transfer";

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

/** A sentence in a voice, as sound that a browser plays. Throws ApiError. */
export function previewVoice(text: string, voice: string | null): Promise<Blob> {
  return apiBlob("/api/settings/voice/preview", { method: "POST", body: { text, voice } });
}

/** Ends one of one's own sessions. Throws ApiError. */
export function revokeSession(sessionId: string): Promise<void> {
  return apiDo(`/api/sessions/${sessionId}`, { method: "DELETE" });
}
