import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { HomeView } from "#lib/calls/schemas/views.ts";
import { seconds } from "../format/clock.ts";
import { Ltr } from "../ui/bidi.tsx";
import { cardLook } from "../ui/card.tsx";
import { cn } from "../ui/cn.ts";

/** Today in four numbers, and what each of them means. */
export function Numbers({ home }: { home: HomeView }) {
  const t = useTranslations("home");
  const format = useFormatter();
  return (
    <dl className="grid grid-cols-2 gap-3 md:gap-4 lg:grid-cols-4">
      <Figure label={t("callsToday")} value={format.number(home.callsToday)} note={<Comparison home={home} />} />
      <Figure
        label={t("answered")}
        value={home.answeredShare === null ? "–" : <Ltr>{format.number(home.answeredShare, { style: "percent" })}</Ltr>}
        note={home.answeredShare === null ? t("answeredNone") : t("answeredHint")}
      />
      <Figure label={t("newCustomers")} value={format.number(home.newCustomersToday)} note={t("newCustomersHint")} />
      <Figure
        label={t("voiceToVoice")}
        value={
          home.voiceToVoiceMs === null ? (
            "–"
          ) : (
            <>
              <Ltr>{seconds(home.voiceToVoiceMs)}</Ltr>{" "}
              <span className="font-semibold text-ink-2 text-sm">{t("seconds")}</span>
            </>
          )
        }
        note={home.voiceToVoiceMs === null ? t("nobodyYet") : t("voiceToVoiceHint")}
      />
    </dl>
  );
}

function Figure({ label, value, note }: { label: string; value: ReactNode; note: ReactNode }) {
  return (
    <div className={cn(cardLook, "px-4 py-3.5")}>
      <dt className="text-ink-2 text-sm">{label}</dt>
      <dd className="font-bold text-2xl tabular-nums tracking-tight">{value}</dd>
      <dd className="font-semibold text-ink-3 text-xs">{note}</dd>
    </div>
  );
}

function Comparison({ home }: { home: HomeView }) {
  const t = useTranslations("home");
  const format = useFormatter();
  const day = format.dateTime(new Date(), { weekday: "long" });
  const difference = home.callsToday - home.callsSameDayLastWeek;
  if (difference === 0) return t("sameAsLastWeek", { day });
  return (
    <span className={difference > 0 ? "text-good" : undefined}>
      {t("versusLastWeek", { direction: difference > 0 ? "up" : "down", count: Math.abs(difference), day })}
    </span>
  );
}
