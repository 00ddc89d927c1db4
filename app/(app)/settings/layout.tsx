import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { SectionTabs } from "#components/settings/section-tabs.tsx";
import { UnsavedGuard } from "#components/settings/unsaved-guard.tsx";
import { Page, PageHeader } from "#components/ui/page.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("settings"))("title") };
}

export default async function SettingsLayout({ children }: { children: ReactNode }) {
  const t = await getTranslations("settings");
  return (
    <Page className="max-w-[880px]">
      <PageHeader title={t("title")} subtitle={t("subtitle")} />
      <UnsavedGuard>
        <SectionTabs />
        {children}
      </UnsavedGuard>
    </Page>
  );
}
