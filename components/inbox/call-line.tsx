import { PhoneIncoming, PhoneOutgoing } from "lucide-react";
import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import type { TimelineCall } from "#lib/messaging/schemas/views.ts";
import { CallDuration } from "../calls/call-duration.tsx";
import { Ltr, Said } from "../ui/bidi.tsx";

/** A call, where it stood between the messages: when, how long, and what became of it. */
export function CallLine({ call }: { call: TimelineCall }) {
  const { id, direction, startedAt, summary } = call;
  const t = useTranslations("inbox");
  const format = useFormatter();
  const Icon = direction === "in" ? PhoneIncoming : PhoneOutgoing;
  return (
    <li className="w-full max-w-lg self-center">
      <Link
        href={`/calls/${id}`}
        className="grid gap-1 rounded-lg border border-line bg-surface-1 px-3.5 py-2.5 text-sm hover:border-line-strong hover:bg-surface-2"
      >
        <span className="flex flex-wrap items-center gap-x-2 font-semibold">
          <Icon aria-hidden="true" className="size-4 text-brand" />
          {t(direction === "in" ? "callIn" : "callOut")}
          <span className="flex items-center gap-1.5 font-normal text-ink-3 text-xs">
            <Ltr>{format.dateTime(new Date(startedAt), { hour: "2-digit", minute: "2-digit", hourCycle: "h23" })}</Ltr>·
            <CallDuration call={call} />
          </span>
        </span>
        <span className="text-ink-2 [overflow-wrap:anywhere]">
          {summary ? <Said>{summary}</Said> : t("callWithoutSummary")}
        </span>
      </Link>
    </li>
  );
}
