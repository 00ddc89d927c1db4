"use client";
import { PhoneIncoming } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { CallView } from "#lib/calls/schemas/views.ts";
import { Caller, otherNumber } from "../calls/caller.tsx";
import { useLatestWords } from "../calls/use-latest-words.ts";
import { RunningTime } from "../live/running-time.tsx";
import { Avatar } from "../ui/avatar.tsx";
import { Phone, Said } from "../ui/bidi.tsx";
import { Chip, LiveDot } from "../ui/chip.tsx";
import { Empty } from "../ui/empty.tsx";

/** Who is on the line now, and what they said last. */
export function LiveNow({ calls }: { calls: CallView[] }) {
  const t = useTranslations("home");
  if (calls.length === 0)
    return (
      <Empty icon={PhoneIncoming} title={t("quietTitle")} className="border-line border-t py-9">
        {t("quiet")}
      </Empty>
    );
  return (
    <ul>
      {calls.map((call) => (
        <LiveRow key={call.id} call={call} />
      ))}
    </ul>
  );
}

function LiveRow({ call }: { call: CallView }) {
  const t = useTranslations("home");
  const words = useLatestWords(call);
  const number = otherNumber(call);
  return (
    <li className="relative flex animate-arrive items-start gap-3 border-line border-t px-4 py-3 transition-colors duration-150 hover:bg-surface-0">
      <Avatar name={call.customerName} />
      <div className="min-w-0 flex-1">
        <div className="flex items-center justify-between gap-3">
          <Link
            href={`/calls/${call.id}`}
            prefetch={false}
            className="min-w-0 truncate font-semibold after:absolute after:inset-0"
          >
            <Caller call={call} />
          </Link>
          <Chip tone="live">
            <LiveDot />
            <RunningTime since={call.startedAt} />
          </Chip>
        </div>
        <p className="line-clamp-2 text-ink-2 text-sm">{words ? <Said>״{words}״</Said> : t("listening")}</p>
        {call.customerName && number ? <Phone e164={number} className="text-ink-3 text-xs" /> : null}
      </div>
    </li>
  );
}
