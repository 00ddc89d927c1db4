import { Clock } from "lucide-react";
import { useTranslations } from "next-intl";
import type { Channel } from "#lib/messaging/schemas/channel.ts";
import { smsSegments } from "#lib/messaging/schemas/sms-segments.ts";
import { cn } from "../ui/cn.ts";
import type { TimeLeft } from "./use-window.ts";

interface WritingHintProps {
  channel: Channel;
  body: string;
  left: TimeLeft | null;
}

/** Among the buttons; below them where there is no room. */
const place = "text-xs max-md:order-last max-md:basis-full md:ms-2";

/** What is good to know while writing to the customer: what it costs as SMS; how long WhatsApp still takes it. */
export function WritingHint({ channel, body, left }: WritingHintProps) {
  const t = useTranslations("inbox");
  if (channel === "sms") {
    const { segments, units } = smsSegments(body.trim());
    if (segments === 0) return null;
    return <p className={cn(place, "text-ink-3 tabular-nums")}>{t("smsCount", { segments, units })}</p>;
  }
  if (left === null) return null;
  return (
    // The server and the browser may look at it a minute apart.
    <p
      suppressHydrationWarning
      className={cn(place, "flex items-center gap-1", left.unit === "minutes" ? "text-warn" : "text-ink-3")}
    >
      <Clock aria-hidden="true" className="size-3.5 shrink-0" />
      {t(`windowLeft_${left.unit}`, { count: left.count })}
    </p>
  );
}
