import { PronunciationSection } from "#components/settings/pronunciation-section.tsx";
import { listPronunciations } from "#lib/businesses/pronunciations.ts";
import { pageContext } from "#lib/web/page.ts";
import { settingsOfRequest } from "../settings-of-request.ts";

export default async function PronunciationPage() {
  const { ctx } = await pageContext();
  const [{ settings, writable }, words] = await Promise.all([settingsOfRequest(), listPronunciations(ctx)]);
  return <PronunciationSection words={words} voice={settings.voice} writable={writable} />;
}
