import { NumbersSection } from "#components/settings/numbers-section.tsx";
import { settingsOfRequest } from "../settings-of-request.ts";

export default async function NumbersPage() {
  const { settings, writable } = await settingsOfRequest();
  return <NumbersSection settings={settings} writable={writable} />;
}
