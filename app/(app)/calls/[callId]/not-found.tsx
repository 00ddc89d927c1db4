import { PhoneOff } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { Button } from "#components/ui/button.tsx";
import { Empty } from "#components/ui/empty.tsx";

export default function CallNotFound() {
  const t = useTranslations("errors");
  return (
    <>
      <h1 className="sr-only">{t("callNotFoundTitle")}</h1>
      <Empty icon={PhoneOff} title={t("callNotFoundTitle")} className="py-24">
        <p>{t("callNotFound")}</p>
        <Button asChild look="primary" className="mt-4">
          <Link href="/calls">{t("toCalls")}</Link>
        </Button>
      </Empty>
    </>
  );
}
