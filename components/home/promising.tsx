import { Flame, TriangleAlert } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { CallView } from "#lib/calls/schemas/views.ts";
import { localDay } from "#lib/hebrew/time.ts";
import { Caller } from "../calls/caller.tsx";
import { WantChip } from "../calls/insight/insight-chips.tsx";
import { Score } from "../calls/insight/score.tsx";
import { When } from "../format/when.tsx";
import { SaidBlock } from "../ui/bidi.tsx";
import { Empty } from "../ui/empty.tsx";

/** The calls of today and yesterday to get back to first, the best on top. */
export function Promising({ calls }: { calls: CallView[] }) {
  const t = useTranslations("home");
  if (calls.length === 0)
    return (
      <Empty icon={Flame} title={t("noPromisingTitle")} className="border-line border-t py-9">
        {t("noPromising")}
      </Empty>
    );
  return (
    <ul>
      {calls.map((call) => (
        <li
          key={call.id}
          className="relative grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 gap-y-1 border-line border-t px-4 py-2.5 transition-colors duration-150 hover:bg-surface-0 sm:grid-cols-[minmax(0,11rem)_minmax(0,1fr)_auto_auto]"
        >
          <div className="min-w-0">
            <Link
              href={`/calls/${call.id}`}
              prefetch={false}
              className="block truncate font-semibold text-sm after:absolute after:inset-0"
            >
              <Caller call={call} />
            </Link>
            <p className="text-ink-2 text-xs">
              <When at={call.startedAt} />
            </p>
          </div>
          <SaidBlock className="line-clamp-2 break-words text-ink-2 text-sm max-sm:order-last max-sm:col-span-2">
            {call.summary}
          </SaidBlock>
          <span className="max-sm:hidden">{call.want ? <WantChip want={call.want} /> : null}</span>
          {call.score === null ? null : <Score score={call.score} className="text-sm" />}
        </li>
      ))}
    </ul>
  );
}

/** How many callers of today were not content: they come before everything else. Nothing when there was none. */
export function Negative({ count }: { count: number }) {
  const t = useTranslations("home");
  if (count === 0) return null;
  return (
    <Link
      href={`/calls?sentiment=negative&from=${localDay(new Date())}`}
      className="flex items-center gap-2 border-line border-t bg-warn-soft px-4 py-2.5 font-semibold text-sm text-warn hover:underline"
    >
      <TriangleAlert aria-hidden="true" className="size-4 shrink-0" />
      {t("negative", { count })}
    </Link>
  );
}
