"use client";
import { Lock } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ApiError } from "#lib/client/api-error.ts";
import { startPayment } from "#lib/client/payments.ts";
import type { PaymentProvider } from "#lib/payments/schemas/states.ts";
import { Button } from "../ui/button.tsx";
import { Notice } from "../ui/notice.tsx";

/** Leads on to the provider's page. */
export function PayButton({ token, provider }: { token: string; provider: PaymentProvider }) {
  const t = useTranslations("pay");
  const router = useRouter();
  const [leaving, setLeaving] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  async function leave() {
    if (leaving) return;
    setLeaving(true);
    setProblem(null);
    try {
      window.location.assign(await startPayment(token));
    } catch (error) {
      // What the server says is Hebrew, and what has become of the payment meanwhile the page says itself.
      setProblem(t(error instanceof ApiError && error.status === 429 ? "tooOften" : "cannotLeave"));
      setLeaving(false);
      router.refresh();
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
