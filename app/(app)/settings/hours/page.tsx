import { HoursForm } from "#components/settings/hours-form.tsx";
import { settingsOfRequest } from "../settings-of-request.ts";

export default async function HoursPage() {
  const { settings, writable } = await settingsOfRequest();
  return <HoursForm settings={settings} writable={writable} />;
}
