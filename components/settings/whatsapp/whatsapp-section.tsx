"use client";
import { useTranslations } from "next-intl";
import type { WhatsappView } from "#lib/whatsapp/schemas.ts";
import { Notice } from "../../ui/notice.tsx";
import { CarrierChoice } from "./carrier-choice.tsx";
import { PairedPhone } from "./paired-phone.tsx";

/** Who carries the business's WhatsApp, and the phone that was paired for it, as it is at this moment. */
export function WhatsappSection({ whatsapp, writable }: { whatsapp: WhatsappView; writable: boolean }) {
  const t = useTranslations("settings");
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
      {writable ? null : <Notice tone="info">{t("readOnly")}</Notice>}
      <CarrierChoice whatsapp={whatsapp} writable={writable} />
      {whatsapp.provider === "baileys" ? <PairedPhone whatsapp={whatsapp} writable={writable} /> : null}
    </div>
  );
}
