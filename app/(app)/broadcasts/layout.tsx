import { Lock } from "lucide-react";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Empty } from "#components/ui/empty.tsx";
import { Page } from "#components/ui/page.tsx";
import { may } from "#lib/permissions.ts";
import { pageContext } from "#lib/web/page.ts";

/** For those who may: to everybody else it says so. */
export default async function BroadcastsLayout({ children }: { children: ReactNode }) {
  const { role } = await pageContext();
  if (may(role, "broadcasts.read")) return children;
  const t = await getTranslations("broadcasts");
  return (
    <Page>
      <h1 className="sr-only">{t("title")}</h1>
      <Empty icon={Lock} title={t("noPermissionTitle")} className="py-20">
        {t("noPermission")}
      </Empty>
    </Page>
  );
}
