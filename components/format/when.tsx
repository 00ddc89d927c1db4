import { useFormatter, useTranslations } from "next-intl";
import { localDay } from "#lib/hebrew/time.ts";
import { Ltr } from "../ui/bidi.tsx";

/** A moment as people say it: today 10:06, yesterday 18:30, 12 November 09:15. */
export function When({ at }: { at: string }) {
  const format = useFormatter();
  const t = useTranslations("when");
  const moment = new Date(at);
  const day = dayName(moment);
  return (
    // Around midnight the server and the browser may name the day differently.
    <time dateTime={at} suppressHydrationWarning className="whitespace-nowrap">
      {day ? t(day) : format.dateTime(moment, { day: "numeric", month: "short" })}{" "}
      <Ltr>{format.dateTime(moment, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" })}</Ltr>
    </time>
  );
}

function dayName(moment: Date): "today" | "yesterday" | null {
  const day = localDay(moment);
  if (day === localDay(new Date())) return "today";
  return day === localDay(new Date(Date.now() - 86_400_000)) ? "yesterday" : null;
}
