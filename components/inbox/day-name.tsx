import { useFormatter, useTranslations } from "next-intl";
import { localDay } from "#lib/hebrew/time.ts";

/** Today, yesterday, or the date. */
export function DayName({ at }: { at: string }) {
  const t = useTranslations("when");
  const format = useFormatter();
  const day = localDay(new Date(at));
  const name =
    day === localDay(new Date())
      ? t("today")
      : day === localDay(new Date(Date.now() - 86_400_000))
        ? t("yesterday")
        : null;
  return (
    <time dateTime={day} suppressHydrationWarning>
      {name ?? format.dateTime(new Date(at), { weekday: "long", day: "numeric", month: "long", year: "numeric" })}
    </time>
  );
}
