import Link from "next/link";
import { useTranslations } from "next-intl";
import type { CallView } from "#lib/calls/schemas/views.ts";
import { CallDuration } from "../../calls/call-duration.tsx";
import { When } from "../../format/when.tsx";
import { Said } from "../../ui/bidi.tsx";
import { CardList, CardSection } from "./section.tsx";

/** Their last calls, each with what became of it. */
export function CallsSection({ calls }: { calls: CallView[] }) {
  const t = useTranslations("inbox");
  return (
    <CardSection title={t("calls")}>
      <CardList none={t("noCalls")}>
        {calls.map((call) => (
          <li key={call.id}>
            <Link href={`/calls/${call.id}`} className="grid gap-0.5 rounded-sm p-1.5 hover:bg-surface-2">
              <span className="flex items-baseline gap-1.5 text-ink-3 text-xs">
                <When at={call.startedAt} />·<CallDuration call={call} />
              </span>
              <span className="line-clamp-3 text-sm">
                <Said>{call.summary || call.excerpt || t("callWithoutWords")}</Said>
              </span>
            </Link>
          </li>
        ))}
      </CardList>
    </CardSection>
  );
}
