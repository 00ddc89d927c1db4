import { Unlink } from "lucide-react";
import { useTranslations } from "next-intl";
import { Empty } from "#components/ui/empty.tsx";

/** A link that was cut off, or never was one: whoever has it has no other page here. */
export default function NoSuchPayment() {
  const t = useTranslations("pay");
  return (
    <main className="grid min-h-dvh place-items-center px-4">
      <title>{t("noSuchTitle")}</title>
      <h1 className="sr-only">{t("noSuchTitle")}</h1>
      <Empty icon={Unlink} title={t("noSuchTitle")}>
        <p>{t("noSuch")}</p>
      </Empty>
    </main>
  );
}
