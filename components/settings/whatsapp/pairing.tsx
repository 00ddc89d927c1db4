"use client";
import { useTranslations } from "next-intl";
import type { WhatsappView } from "#lib/whatsapp/schemas.ts";
import { Ltr } from "../../ui/bidi.tsx";
import { QrCode } from "./qr-code.tsx";

/** What the phone is shown, or what is typed into it: it changes by itself while it waits. */
export function Pairing({ whatsapp: { qr, pairingCode } }: { whatsapp: WhatsappView }) {
  const t = useTranslations("whatsapp");
  if (pairingCode) {
    return (
      <div className="grid gap-2">
        <p className="text-sm">{t("typeCode")}</p>
        <Ltr className="font-bold text-2xl tabular-nums tracking-widest">
          {`${pairingCode.slice(0, 4)}-${pairingCode.slice(4)}`}
        </Ltr>
      </div>
    );
  }
  if (!qr) return null;
  return (
    <div className="grid gap-3">
      <p className="text-sm">{t("scan")}</p>
      <QrCode text={qr} label={t("qr")} />
    </div>
  );
}
