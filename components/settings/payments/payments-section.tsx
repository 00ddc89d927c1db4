import { useTranslations } from "next-intl";
import type { GatewaysView } from "#lib/payments/schemas/gateways.ts";
import { Ltr } from "../../ui/bidi.tsx";
import { CopyLine } from "../../ui/copy-line.tsx";
import { Notice } from "../../ui/notice.tsx";
import { GatewayCard } from "./gateway-card.tsx";

/** How the business is paid by link. */
export function PaymentsSection({ payments, writable }: { payments: GatewaysView; writable: boolean }) {
  const t = useTranslations("payments");
  const { paymentsEnabled, gateways, paypalWebhook, tranzilaField } = payments;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
      {paymentsEnabled ? null : <Notice tone="warn">{t("allOff")}</Notice>}
      <p className="text-ink-2 text-sm">{t("intro")}</p>
      {gateways.map((gateway) => (
        <GatewayCard key={gateway.provider} gateway={gateway} writable={writable}>
          {gateway.provider === "paypal" ? (
            <div className="grid gap-2">
              <p className="text-ink-2 text-sm">{t("paypalSteps")}</p>
              <CopyLine label={t("paypalWebhook")} value={paypalWebhook} />
            </div>
          ) : (
            <p className="text-ink-2 text-sm">
              {t.rich("tranzilaSteps", { field: () => <Ltr className="font-semibold">{tranzilaField}</Ltr> })}
            </p>
          )}
        </GatewayCard>
      ))}
    </div>
  );
}
