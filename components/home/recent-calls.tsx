import { PhoneCall } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { CallView } from "#lib/calls/schemas/views.ts";
import { CallDuration } from "../calls/call-duration.tsx";
import { CallEnd } from "../calls/call-end.tsx";
import { Caller } from "../calls/caller.tsx";
import { When } from "../format/when.tsx";
import { SaidBlock } from "../ui/bidi.tsx";
import { Button } from "../ui/button.tsx";
import { Empty } from "../ui/empty.tsx";

/** The latest calls that are over: who, about what, and how it ended. */
export function RecentCalls({ calls }: { calls: CallView[] }) {
  const t = useTranslations("home");
  if (calls.length === 0)
    return (
      <Empty icon={PhoneCall} title={t("noCallsTitle")} className="border-line border-t">
        <p>{t("noCalls")}</p>
        <Button asChild className="mt-4">
          <Link href="/settings/numbers">{t("toNumbers")}</Link>
        </Button>
      </Empty>
    );
  return (
    <ul>
      {calls.map((call) => (
        <li
          key={call.id}
          className="relative grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 border-line border-t px-4 py-2.5 transition-colors duration-150 hover:bg-surface-0 sm:grid-cols-[minmax(0,11rem)_minmax(0,1fr)_auto]"
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
              <When at={call.startedAt} /> · <CallDuration call={call} />
            </p>
          </div>
          <SaidBlock className="truncate text-ink-2 text-sm max-sm:order-last max-sm:col-span-2">
            {call.summary ?? call.excerpt}
          </SaidBlock>
          <CallEnd call={call} />
        </li>
      ))}
    </ul>
  );
}
