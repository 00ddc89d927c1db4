import { cookies } from "next/headers";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { LiveProvider } from "#components/live/live-provider.tsx";
import { OfflineNotice } from "#components/live/offline-notice.tsx";
import { BottomNav } from "#components/shell/bottom-nav.tsx";
import { Brand } from "#components/shell/brand.tsx";
import { SideNav } from "#components/shell/side-nav.tsx";
import { TopBar } from "#components/shell/top-bar.tsx";
import { UserMenu } from "#components/shell/user-menu.tsx";
import { parseTheme, themeCookie } from "#lib/client/preferences.ts";
import { countUnread } from "#lib/messaging/list-conversations.ts";
import { countNewOrders } from "#lib/ordering/list-orders.ts";
import { pageContext } from "#lib/web/page.ts";
import { homeOfRequest } from "./home-of-request.ts";

export default async function AppLayout({ children }: { children: ReactNode }) {
  const { ctx, user, business, role, simulation } = await pageContext();
  const [home, unread, newOrders] = await Promise.all([homeOfRequest(), countUnread(ctx), countNewOrders(ctx)]);
  const t = await getTranslations("app");
  const theme = parseTheme((await cookies()).get(themeCookie)?.value);
  const person = { name: user.name, email: user.email, businessName: business.name, role };
  const counts = { liveCalls: home.live.length, openTasks: home.openTasks, unread, newOrders };
  return (
    <LiveProvider>
      <a
        href="#content"
        className="sr-only z-50 rounded-md bg-brand px-4 py-2 font-semibold text-on-brand focus:not-sr-only focus:fixed focus:start-4 focus:top-3"
      >
        {t("skip")}
      </a>
      <div className="md:grid md:min-h-dvh print:block md:grid-cols-[232px_minmax(0,1fr)]">
        <aside className="sticky top-0 flex h-dvh flex-col gap-4 border-line border-e bg-surface-1 p-3 pt-4 max-md:hidden print:hidden">
          <Link href="/" className="rounded-sm px-2">
            <Brand />
          </Link>
          <SideNav role={role} counts={counts} />
          <div className="mt-auto border-line border-t pt-2">
            <UserMenu person={person} theme={theme} />
          </div>
        </aside>
        <div className="flex min-w-0 flex-col max-md:min-h-dvh max-md:pb-[calc(64px+env(safe-area-inset-bottom))]">
          <TopBar role={role} person={person} theme={theme} liveCalls={counts.liveCalls} simulation={simulation} />
          {simulation ? (
            <p className="border-line border-b bg-surface-0 py-1 text-center font-semibold text-ink-2 text-xs sm:hidden print:hidden">
              {t("simulation")}
            </p>
          ) : null}
          <OfflineNotice />
          <main id="content" tabIndex={-1} className="flex-1 outline-none">
            {children}
          </main>
        </div>
      </div>
      <BottomNav role={role} counts={counts} />
    </LiveProvider>
  );
}
