import type { Metadata, Viewport } from "next";
import { cookies } from "next/headers";
import { NextIntlClientProvider } from "next-intl";
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { DirectionProvider } from "#components/shell/providers.tsx";
import { Toaster } from "#components/ui/toaster.tsx";
import { parseTheme, themeCookie } from "#lib/client/preferences.ts";
import "./globals.css";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("app");
  return {
    title: { template: `%s · ${t("name")}`, default: t("name") },
    description: t("tagline"),
    robots: { index: false },
  };
}

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  viewportFit: "cover",
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#ffffff" },
    { media: "(prefers-color-scheme: dark)", color: "#131a23" },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const locale = await getLocale();
  const t = await getTranslations("app");
  const dir = locale === "he" ? "rtl" : "ltr";
  const theme = parseTheme((await cookies()).get(themeCookie)?.value);
  return (
    <html lang={locale} dir={dir} data-theme={theme === "system" ? undefined : theme}>
      <body>
        <NextIntlClientProvider>
          <DirectionProvider dir={dir}>
            {children}
            <Toaster dir={dir} label={t("notifications")} />
          </DirectionProvider>
        </NextIntlClientProvider>
      </body>
    </html>
  );
}
