import { WhatsappSection } from "#components/settings/whatsapp/whatsapp-section.tsx";
import { may } from "#lib/permissions.ts";
import { pageContext } from "#lib/web/page.ts";
import { getWhatsapp } from "#lib/whatsapp/get-whatsapp.ts";

export default async function WhatsappSettingsPage() {
  const { ctx, role } = await pageContext();
  return <WhatsappSection whatsapp={await getWhatsapp(ctx)} writable={may(role, "business.write")} />;
}
