"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { connectWhatsapp, disconnectWhatsapp } from "#lib/client/whatsapp.ts";
import type { SessionState, WhatsappView } from "#lib/whatsapp/schemas.ts";
import { Phone } from "../../ui/bidi.tsx";
import { Button } from "../../ui/button.tsx";
import { Card, CardTitle } from "../../ui/card.tsx";
import { Chip, type ChipTone } from "../../ui/chip.tsx";
import { Confirm } from "../../ui/confirm.tsx";
import { Notice } from "../../ui/notice.tsx";
import { PairByCode } from "./pair-by-code.tsx";
import { Pairing } from "./pairing.tsx";
import { useWhatsapp } from "./use-whatsapp.ts";

const TONES: Record<SessionState, ChipTone> = {
  STOPPED: "plain",
  STARTING: "info",
  SCAN_QR_CODE: "warn",
  WORKING: "good",
  FAILED: "live",
};

/** The phone: how it is, what pairs it, and what can be done. */
export function PairedPhone({ whatsapp, writable }: { whatsapp: WhatsappView; writable: boolean }) {
  const t = useTranslations("whatsapp");
  const { busy, run } = useWhatsapp();
  const [asking, setAsking] = useState(false);
  const { state, reason, number } = whatsapp;
  const off = state === "STOPPED" || state === "FAILED";
  // No phone is paired yet: there is nothing to lose, so nothing to ask.
  const pairing = !number && (state === "STARTING" || state === "SCAN_QR_CODE");
  return (
    <Card className="grid grid-cols-[minmax(0,1fr)] gap-4 p-4 sm:p-5" aria-labelledby="paired-phone">
      <div className="flex flex-wrap items-center gap-3">
        <CardTitle id="paired-phone">{t("phone")}</CardTitle>
        <Chip tone={TONES[state]} role="status">
          {t(`state_${state}`)}
        </Chip>
        {number ? <Phone e164={number} className="font-semibold text-lg" /> : null}
      </div>
      {reason ? <Notice tone={state === "FAILED" ? "wrong" : "warn"}>{t(`reason_${reason}`)}</Notice> : null}
      {off && !reason ? <p className="text-ink-2 text-sm">{t("offHint")}</p> : null}
      {writable && state === "SCAN_QR_CODE" ? <Pairing whatsapp={whatsapp} /> : null}
      {writable ? (
        <div className="flex flex-wrap items-end gap-2">
          {off ? (
            <Button look="primary" disabled={busy} onClick={() => void run(() => connectWhatsapp({}))}>
              {t("connect")}
            </Button>
          ) : null}
          {off && number ? (
            <Button disabled={busy} onClick={() => void run(() => connectWhatsapp({ afresh: true }))}>
              {t("pairAgain")}
            </Button>
          ) : null}
          {pairing ? (
            <Button disabled={busy} onClick={() => void run(disconnectWhatsapp)}>
              {t("cancel")}
            </Button>
          ) : null}
          {pairing || (off && !number) ? null : (
            <Button look="danger" disabled={busy} onClick={() => setAsking(true)}>
              {t("disconnect")}
            </Button>
          )}
        </div>
      ) : null}
      {writable && !number && (off || state === "SCAN_QR_CODE") ? <PairByCode busy={busy} run={run} /> : null}
      <Confirm
        open={asking}
        title={t("disconnectTitle")}
        confirmLabel={t("disconnect")}
        cancelLabel={t("stay")}
        onCancel={() => setAsking(false)}
        onConfirm={() => {
          setAsking(false);
          void run(disconnectWhatsapp);
        }}
      >
        {t("disconnectText")}
      </Confirm>
    </Card>
  );
}
