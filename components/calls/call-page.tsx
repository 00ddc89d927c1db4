"use client";
import { ArrowRight } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { CallDetails } from "#lib/calls/schemas/views.ts";
import { When } from "../format/when.tsx";
import { useLiveTurns } from "../live/live-provider.tsx";
import { Avatar } from "../ui/avatar.tsx";
import { Phone } from "../ui/bidi.tsx";
import { Page, PageHeader } from "../ui/page.tsx";
import { CallDuration } from "./call-duration.tsx";
import { CallEnd } from "./call-end.tsx";
import { CallFacts, CallTasks, Recording } from "./call-facts.tsx";
import { Caller, otherNumber } from "./caller.tsx";
import { Conversation } from "./conversation.tsx";
import { InsightCard } from "./insight/insight-card.tsx";
import { useFoundTurn } from "./insight/use-found-turn.ts";
import { mergeTurns } from "./merge-turns.ts";

/** One call: what was said, and what came of it. While it goes on, it grows by itself. */
export function CallPage({ call, writable }: { call: CallDetails; writable: boolean }) {
  const t = useTranslations();
  const turns = mergeTurns(call.turns, useLiveTurns(call.id));
  const number = otherNumber(call);
  const found = useFoundTurn();
  return (
    <Page>
      <Link
        href="/calls"
        className="-mb-2 inline-flex items-center gap-1 justify-self-start rounded-sm font-semibold text-ink-2 text-sm hover:text-ink"
      >
        <ArrowRight aria-hidden="true" className="size-4 ltr:rotate-180" />
        {t("call.back")}
      </Link>
      <PageHeader
        lead={<Avatar name={call.customerName} className="size-11.5 text-sm" />}
        title={<Caller call={call} />}
        subtitle={
          <>
            {call.customerName && number ? (
              <>
                <Phone e164={number} /> ·{" "}
              </>
            ) : null}
            {t(`calls.direction_${call.direction}`)} · <When at={call.startedAt} /> · <CallDuration call={call} />{" "}
            {t("calls.minutes")}
          </>
        }
        actions={<CallEnd call={call} />}
      />
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-4 lg:grid-cols-[minmax(0,2fr)_minmax(280px,1fr)] lg:grid-rows-[auto_1fr]">
        <div className="lg:col-start-2 lg:row-start-1 empty:hidden">
          <InsightCard call={call} turns={turns} writable={writable} onShow={found.show} />
        </div>
        <div className="lg:col-start-1 lg:row-span-2 lg:row-start-1">
          <Conversation call={call} turns={turns} found={found} />
        </div>
        <aside className="grid gap-4 lg:col-start-2">
          <CallFacts call={call} turnCount={turns.length} />
          {call.recordingTranscript ? <Recording text={call.recordingTranscript} found={found} /> : null}
          <CallTasks tasks={call.tasks} writable={writable} />
        </aside>
      </div>
    </Page>
  );
}
