import { OrderingForm } from "#components/settings/ordering-form.tsx";
import { settingsOfRequest } from "../settings-of-request.ts";

export default async function OrderingSettingsPage() {
  const { settings, writable } = await settingsOfRequest();
  return <OrderingForm settings={settings} writable={writable} />;
}
