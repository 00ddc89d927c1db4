"use client";
import { useTranslations } from "next-intl";
import { startTransition, useOptimistic } from "react";
import { chooseWhatsapp } from "#lib/client/whatsapp.ts";
import { type WhatsappProvider, type WhatsappView, whatsappProviders } from "#lib/whatsapp/schemas.ts";
import { Phone } from "../../ui/bidi.tsx";
import { Card } from "../../ui/card.tsx";
import { useWhatsapp } from "./use-whatsapp.ts";

/** Twilio, or a phone of the business's own. */
export function CarrierChoice({ whatsapp, writable }: { whatsapp: WhatsappView; writable: boolean }) {
  const t = useTranslations("whatsapp");
  const { busy, run } = useWhatsapp();
  const [shown, show] = useOptimistic(whatsapp.provider);
  const choose = (provider: WhatsappProvider) =>
    startTransition(async () => {
      show(provider);
      await run(() => chooseWhatsapp(provider));
    });
  return (
    <Card className="p-4 sm:p-5">
      <fieldset className="grid gap-3" disabled={!writable || busy}>
        <legend className="mb-3 font-bold text-md">{t("carrier")}</legend>
        {whatsappProviders.map((provider) => (
          <label key={provider} className="flex items-start gap-3">
            <input
              type="radio"
              name="carrier"
              value={provider}
              checked={shown === provider}
              onChange={() => choose(provider)}
              className="mt-1 size-4 accent-brand"
            />
            <span className="grid gap-1">
              <span className="font-semibold text-sm">{t(provider)}</span>
              <span className="text-ink-3 text-xs">{t(`${provider}Hint`)}</span>
              {provider === "twilio" && whatsapp.provider === "twilio" && whatsapp.number ? (
                <Phone e164={whatsapp.number} className="text-ink-2 text-sm" />
              ) : null}
            </span>
          </label>
        ))}
      </fieldset>
    </Card>
  );
}
