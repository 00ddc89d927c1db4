"use client";
import { CircleCheck } from "lucide-react";
import { useTranslations } from "next-intl";
import { formatMoney } from "#lib/hebrew/money.ts";
import type { PayPage } from "#lib/payments/schemas/payments.ts";
import { SimulationMark } from "../shell/simulation-mark.tsx";
import { Ltr, Said } from "../ui/bidi.tsx";
import { Card } from "../ui/card.tsx";
import { Notice } from "../ui/notice.tsx";
import { Awaiting } from "./awaiting.tsx";
import { PayButton } from "./pay-button.tsx";

interface PayCardProps {
  token: string;
  /** Nothing here is real. */
  simulation: boolean;
  asked: PayPage;
  /** How the payer came back from the provider's page; null: they have not been there. */
  back: "well" | "wrong" | null;
}

/** Who asks for how much, for what, and what can be done about it. */
export function PayCard({ token, asked, back, simulation }: PayCardProps) {
  const t = useTranslations("pay");
  return (
    <Card className="grid gap-5 p-5 sm:p-7">
      {simulation ? <SimulationMark className="justify-self-start" /> : null}
      <div className="grid gap-1">
        <h1 className="font-bold text-xl">
          <Said>{asked.business}</Said>
        </h1>
        <p className="break-words text-ink-2">
          <Said>{asked.description}</Said>
        </p>
      </div>
      <p className="grid gap-0.5">
        <span className="text-ink-3 text-sm">{t("toPay")}</span>
        <Ltr className="justify-self-start font-bold text-[2.25rem] leading-tight tabular-nums">
          {formatMoney(asked.amountAgorot)}
        </Ltr>
      </p>
      <Standing token={token} asked={asked} back={back} />
    </Card>
  );
}

function Standing({ token, asked: { status, payable, provider }, back }: Omit<PayCardProps, "simulation">) {
  const t = useTranslations("pay");
  switch (status) {
    case "paid":
      return (
        <Notice tone="good">
          <span role="status" className="flex items-center gap-2 font-semibold">
            <CircleCheck aria-hidden="true" className="size-5 shrink-0" />
            {t("paid")}
          </span>
        </Notice>
      );
    case "refunded":
      return <Notice tone="info">{t("refunded")}</Notice>;
    case "cancelled":
      // Who comes back from paying all the same waits for what becomes of it.
      if (back === "well") return <Awaiting cancelled />;
      return <Notice tone="warn">{t("cancelled")}</Notice>;
    case "pending":
      return <Notice tone="info">{t("pending")}</Notice>;
    case "open":
      if (payable === "nothing_is_charged") return <Notice tone="warn">{t("nothingIsCharged")}</Notice>;
      if (back === "well")
        return <Awaiting>{payable === "yes" ? <PayButton token={token} provider={provider} /> : null}</Awaiting>;
      if (payable === "not_now") return <Notice tone="warn">{t("notNow")}</Notice>;
      return (
        <div className="grid gap-4">
          {back === "wrong" ? (
            <Notice tone="warn" urgent>
              {t("wentWrong")}
            </Notice>
          ) : null}
          <PayButton token={token} provider={provider} />
        </div>
      );
    default:
      return status satisfies never;
  }
}
