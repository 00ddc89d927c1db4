import { VoiceForm } from "#components/settings/voice-form.tsx";
import { settingsOfRequest } from "../settings-of-request.ts";

export default async function VoicePage() {
  const { settings, writable } = await settingsOfRequest();
  return <VoiceForm settings={settings} writable={writable} />;
}
