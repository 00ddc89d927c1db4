"use client";
import { LoaderCircle } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useState } from "react";
import { Notice } from "../ui/notice.tsx";

const LOOK_EVERY_MS = 1_500;
const LOOKS = 20;

/**
 * The payer has come back, and the provider is being asked: the page looks again until the answer is there, and lets them go
 * on when it takes too long.
 */
export function Awaiting({ children, cancelled = false }: { children?: ReactNode; cancelled?: boolean }) {
  const t = useTranslations("pay");
  const router = useRouter();
  const [looks, setLooks] = useState(0);
  const waits = looks < LOOKS;
  useEffect(() => {
    if (!waits) return;
    const timer = setInterval(() => {
      setLooks((before) => before + 1);
      router.refresh();
    }, LOOK_EVERY_MS);
    return () => clearInterval(timer);
  }, [waits, router]);
  return (
    <div className="grid gap-4">
      <Notice tone="info">
        <span role="status" className="flex items-center gap-2">
          {waits ? <LoaderCircle aria-hidden="true" className="size-4 shrink-0 animate-spin" /> : null}
          {t(waits ? "checking" : cancelled ? "cancelled" : "notYet")}
        </span>
      </Notice>
      {waits ? null : children}
    </div>
  );
}
