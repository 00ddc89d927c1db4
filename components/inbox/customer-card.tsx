import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { CallView } from "#lib/calls/schemas/views.ts";
import type { CustomerCard as Customer } from "#lib/customers/schemas.ts";
import { formatMoney } from "#lib/hebrew/money.ts";
import type { OrderView } from "#lib/ordering/schemas/orders.ts";
import { When } from "../format/when.tsx";
import { Avatar } from "../ui/avatar.tsx";
import { Ltr, Phone, Said } from "../ui/bidi.tsx";
import { Chip } from "../ui/chip.tsx";

interface CustomerCardProps {
  customer: Customer;
  calls: CallView[];
  orders: OrderView[];
}

/** Who it is, and everything else that we have had to do with them. */
export function CustomerCard({ customer, calls, orders }: CustomerCardProps) {
  const t = useTranslations("inbox");
  const tOrders = useTranslations("orders");
  const format = useFormatter();
  const { name, phone, tags, marketing, createdAt } = customer;
  return (
    <aside
      aria-label={t("card")}
      className="grid content-start gap-5 overflow-y-auto border-line border-s bg-surface-1 p-4"
    >
      <div className="flex items-center gap-3">
        <Avatar name={name} className="size-11 text-sm" />
        <div className="grid min-w-0">
          <p className="truncate font-bold">{name ? <Said>{name}</Said> : t("noName")}</p>
          {phone ? <Phone e164={phone} className="text-ink-2 text-sm" /> : null}
        </div>
      </div>
      <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-2 text-sm">
        <dt className="text-ink-3">{t("customerSince")}</dt>
        <dd>{format.dateTime(new Date(createdAt), { day: "numeric", month: "long", year: "numeric" })}</dd>
        <dt className="text-ink-3">{t("consent")}</dt>
        <dd>
          <Chip tone={marketing === "granted" ? "good" : marketing === "refused" ? "warn" : "plain"}>
            {t(`consent_${marketing}`)}
          </Chip>
        </dd>
      </dl>
      {tags.length > 0 ? (
        <p className="flex flex-wrap gap-1.5">
          {tags.map((tag) => (
            <Chip key={tag}>{tag}</Chip>
          ))}
        </p>
      ) : null}
      <Section title={t("calls")} none={t("noCalls")}>
        {calls.map((call) => (
          <li key={call.id}>
            <Link href={`/calls/${call.id}`} className="grid gap-0.5 rounded-sm p-1.5 hover:bg-surface-2">
              <span className="text-ink-3 text-xs">
                <When at={call.startedAt} />
              </span>
              <span className="line-clamp-3 text-sm">
                <Said>{call.summary ?? call.excerpt ?? ""}</Said>
              </span>
            </Link>
          </li>
        ))}
      </Section>
      {orders.length > 0 ? (
        <Section title={t("orders")} none={t("noOrders")}>
          {orders.map(({ id, number, status, total, createdAt: at }) => (
            <li key={id}>
              <Link
                href={`/orders/${id}`}
                className="flex flex-wrap items-center gap-x-2 rounded-sm p-1.5 text-sm hover:bg-surface-2"
              >
                <span className="font-semibold">{t("orderNumber", { number })}</span>
                <Chip>{tOrders(`status_${status}`)}</Chip>
                <Ltr>{formatMoney(Math.round(total * 100))}</Ltr>
                <span className="text-ink-3 text-xs">
                  <When at={at} />
                </span>
              </Link>
            </li>
          ))}
        </Section>
      ) : null}
    </aside>
  );
}

function Section({ title, none, children }: { title: string; none: string; children: ReactNode[] }) {
  return (
    <section className="grid gap-1.5">
      <h2 className="font-bold text-sm">{title}</h2>
      {children.length === 0 ? (
        <p className="text-ink-3 text-sm">{none}</p>
      ) : (
        <ul className="grid gap-1">{children}</ul>
      )}
    </section>
  );
}
