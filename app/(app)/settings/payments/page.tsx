import { PaymentsSection } from "#components/settings/payments/payments-section.tsx";
import { listGateways } from "#lib/payments/list-gateways.ts";
import { may } from "#lib/permissions.ts";
import { pageContext } from "#lib/web/page.ts";

export default async function PaymentSettingsPage() {
  const { ctx, role } = await pageContext();
  return <PaymentsSection payments={await listGateways(ctx)} writable={may(role, "business.write")} />;
}
