"use client";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { CallView } from "#lib/calls/schemas/views.ts";
import { When } from "../format/when.tsx";
import { Avatar } from "../ui/avatar.tsx";
import { SaidBlock } from "../ui/bidi.tsx";
import { CallDuration } from "./call-duration.tsx";
import { CallEnd } from "./call-end.tsx";
import { Caller } from "./caller.tsx";
import { CallMarks } from "./insight/insight-chips.tsx";
import { Score } from "./insight/score.tsx";
import { useLatestWords } from "./use-latest-words.ts";

/** The list on a phone. */
export function CallCards({ calls }: { calls: CallView[] }) {
  const t = useTranslations("calls");
  return (
    <ul aria-label={t("caption")} className="md:hidden">
      {calls.map((call) => (
        <CallCard key={call.id} call={call} />
      ))}
    </ul>
  );
}

function CallCard({ call }: { call: CallView }) {
  const words = useLatestWords(call);
  return (
    <li className="relative flex gap-3 border-line px-4 py-3 not-first:border-t">
      <Avatar name={call.customerName} />
      <div className="grid min-w-0 flex-1 gap-1">
        <div className="flex items-center justify-between gap-2">
          <Link
            href={`/calls/${call.id}`}
            prefetch={false}
            data-row
            className="truncate font-semibold after:absolute after:inset-0"
          >
            <Caller call={call} />
          </Link>
          <span className="shrink-0 text-ink-3 text-xs">
            <When at={call.startedAt} />
          </span>
        </div>
        {words ? <SaidBlock className="line-clamp-2 break-words text-ink-2 text-sm">{words}</SaidBlock> : null}
        <div className="flex items-center justify-between gap-2">
          <CallMarks call={call} />
          {call.score === null ? null : <Score score={call.score} className="text-sm" />}
        </div>
        <div className="flex items-center justify-between gap-2 text-ink-2 text-xs">
          <CallEnd call={call} />
          <CallDuration call={call} />
        </div>
      </div>
    </li>
  );
}
