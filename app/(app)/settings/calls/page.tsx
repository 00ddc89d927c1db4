import { CallsForm } from "#components/settings/calls-form.tsx";
import { settingsOfRequest } from "../settings-of-request.ts";

export default async function CallSettingsPage() {
  const { settings, writable } = await settingsOfRequest();
  return <CallsForm settings={settings} writable={writable} />;
}
