import Link from "next/link";
import { getFormatter, getLocale, getTranslations } from "next-intl/server";
import { LiveNow } from "#components/home/live-now.tsx";
import { Numbers } from "#components/home/numbers.tsx";
import { Negative, Promising } from "#components/home/promising.tsx";
import { RecentCalls } from "#components/home/recent-calls.tsx";
import { Waiting } from "#components/home/waiting.tsx";
import { OrderCards } from "#components/ordering/order-cards.tsx";
import { Said } from "#components/ui/bidi.tsx";
import { Card, CardHeader, CardTitle } from "#components/ui/card.tsx";
import { Page, PageHeader } from "#components/ui/page.tsx";
import { listCalls } from "#lib/calls/list-calls.ts";
import { hebrewDate } from "#lib/hebrew/hebrew-date.ts";
import { listOrders } from "#lib/ordering/list-orders.ts";
import { listTasks } from "#lib/tasks/list-tasks.ts";
import { pageContext } from "#lib/web/page.ts";
import { homeOfRequest } from "../home-of-request.ts";

const RECENT = 8;
const WAITING = 6;
const NEW_ORDERS = 5;

export default async function HomePage() {
  const { ctx, user } = await pageContext();
  const [home, recent, tasks, orders, t] = await Promise.all([
    homeOfRequest(),
    listCalls(ctx, { limit: RECENT + 10 }),
    listTasks(ctx, { state: "open", limit: WAITING }),
    listOrders(ctx, { status: "new", limit: NEW_ORDERS }),
    getTranslations("home"),
  ]);
  const over = recent.items.filter((call) => !call.live).slice(0, RECENT);
  return (
    <Page>
      <PageHeader title={<Greeting name={user.name} />} subtitle={<Today />} />
      <Numbers home={home} />
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,2fr)_minmax(280px,1fr)]">
        <div className="grid gap-4">
          <Card aria-labelledby="live-now">
            <CardHeader>
              <CardTitle id="live-now">{t("liveTitle")}</CardTitle>
            </CardHeader>
            <LiveNow calls={home.live} />
          </Card>
          <Card aria-labelledby="promising">
            <CardHeader>
              <CardTitle id="promising">{t("promisingTitle")}</CardTitle>
              <MoreLink href="/calls?sort=-score">{t("allPromising")}</MoreLink>
            </CardHeader>
            <Promising calls={home.promising} />
          </Card>
          <Card aria-labelledby="recent">
            <CardHeader>
              <CardTitle id="recent">{t("recentTitle")}</CardTitle>
              <MoreLink href="/calls">{t("allCalls")}</MoreLink>
            </CardHeader>
            <RecentCalls calls={over} />
          </Card>
        </div>
        <div className="grid gap-4">
          {orders.items.length > 0 ? (
            <Card aria-labelledby="new-orders" className="overflow-hidden">
              <CardHeader>
                <CardTitle id="new-orders">{t("newOrdersTitle")}</CardTitle>
                <MoreLink href="/orders?status=open">{t("allOrders")}</MoreLink>
              </CardHeader>
              <OrderCards orders={orders.items} className="border-line border-t" />
            </Card>
          ) : null}
          <Card aria-labelledby="waiting">
            <CardHeader>
              <CardTitle id="waiting">{t("waitingTitle")}</CardTitle>
              <MoreLink href="/tasks">{t("allTasks")}</MoreLink>
            </CardHeader>
            <Negative count={home.negative} />
            <Waiting tasks={tasks.items} openTasks={home.openTasks} />
          </Card>
        </div>
      </div>
    </Page>
  );
}

function MoreLink({ href, children }: { href: string; children: string }) {
  return (
    <Link href={href} className="rounded-sm font-semibold text-brand-strong text-sm hover:underline">
      {children}
    </Link>
  );
}

async function Greeting({ name }: { name: string }) {
  const t = await getTranslations("home");
  const format = await getFormatter();
  const hour = Number(format.dateTime(new Date(), { hour: "numeric", hourCycle: "h23" }));
  return t.rich("greeting", { time: timeOfDay(hour), name: () => <Said>{name.split(" ")[0]}</Said> });
}

function timeOfDay(hour: number): "night" | "morning" | "noon" | "afternoon" | "evening" {
  if (hour < 5) return "night";
  if (hour < 12) return "morning";
  if (hour < 16) return "noon";
  return hour < 18 ? "afternoon" : "evening";
}

async function Today() {
  const format = await getFormatter();
  const now = new Date();
  const civil = format.dateTime(now, { weekday: "long", day: "numeric", month: "long" });
  return (await getLocale()) === "he" ? `${civil} · ${hebrewDate(now)}` : civil;
}
