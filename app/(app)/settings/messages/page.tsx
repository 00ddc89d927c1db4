import { MessagesForm } from "#components/settings/messages-form.tsx";
import { settingsOfRequest } from "../settings-of-request.ts";

export default async function MessageSettingsPage() {
  const { settings, writable } = await settingsOfRequest();
  return <MessagesForm settings={settings} writable={writable} />;
}
