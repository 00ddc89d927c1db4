"use client";
import { Lock } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { startPayment } from "#lib/client/payments.ts";
import type { PaymentProvider } from "#lib/payments/schemas/states.ts";
import { Button } from "../ui/button.tsx";
import { Notice } from "../ui/notice.tsx";
import { sentenceOf } from "../ui/use-action.ts";

/** Leads on to the provider's page. */
export function PayButton({ token, provider }: { token: string; provider: PaymentProvider }) {
  const t = useTranslations("pay");
  const [leaving, setLeaving] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  async function leave() {
    if (leaving) return;
    setLeaving(true);
    setProblem(null);
    try {
      window.location.assign(await startPayment(token));
    } catch (error) {
      setProblem(sentenceOf(error));
      setLeaving(false);
    }
  }

  return (
    <div className="grid gap-3">
      {problem ? (
        <Notice tone="wrong" urgent>
          {problem}
        </Notice>
      ) : null}
      <Button look="primary" className="min-h-12 w-full text-md" aria-disabled={leaving} onClick={() => void leave()}>
        <Lock aria-hidden="true" />
        {t(leaving ? "leaving" : `payWith_${provider}`)}
      </Button>
      <p className="text-center text-ink-3 text-xs">{t(`safe_${provider}`)}</p>
    </div>
  );
}
