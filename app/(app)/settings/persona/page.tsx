import { PersonaForm } from "#components/settings/persona-form.tsx";
import { settingsOfRequest } from "../settings-of-request.ts";

export default async function PersonaPage() {
  const { settings, writable } = await settingsOfRequest();
  return <PersonaForm settings={settings} writable={writable} />;
}
