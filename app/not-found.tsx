import { MapPinOff } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { Button } from "#components/ui/button.tsx";
import { Empty } from "#components/ui/empty.tsx";

export default function NotFound() {
  const t = useTranslations("errors");
  return (
    <main className="grid min-h-dvh place-items-center">
      <title>{t("notFoundTitle")}</title>
      <div>
        <h1 className="sr-only">{t("notFoundTitle")}</h1>
        <Empty icon={MapPinOff} title={t("notFoundTitle")}>
          <p>{t("notFound")}</p>
          <Button asChild look="primary" className="mt-4">
            <Link href="/">{t("toHome")}</Link>
          </Button>
        </Empty>
      </div>
    </main>
  );
}
