"use client";
import { ArrowDown, MessageCircleDashed } from "lucide-react";
import { useTranslations } from "next-intl";
import { Fragment } from "react";
import type { CallDetails, TurnView } from "#lib/calls/schemas/views.ts";
import { seconds } from "../format/clock.ts";
import { Ltr } from "../ui/bidi.tsx";
import { Button } from "../ui/button.tsx";
import { Card, CardHeader, CardTitle } from "../ui/card.tsx";
import { Empty } from "../ui/empty.tsx";
import { Bubble } from "./bubble.tsx";
import type { FoundTurn } from "./insight/use-found-turn.ts";
import { Thinking } from "./thinking.tsx";
import { ToolPill } from "./tool-pill.tsx";
import { useFollowEnd } from "./use-follow-end.ts";
import { Legend } from "./waterfall.tsx";

/** What was said, in its order: the caller's words at the start of the line, ours at its end. */
export function Conversation({ call, turns, found }: { call: CallDetails; turns: TurnView[]; found: FoundTurn }) {
  const t = useTranslations("call");
  const last = turns.at(-1);
  const { end, atEnd, toEnd } = useFollowEnd(call.live, `${last?.index}/${last?.text.length}/${last?.tools.length}`);
  return (
    <Card aria-labelledby="conversation">
      <CardHeader className="flex-wrap border-line border-b">
        <CardTitle id="conversation">{t("conversation")}</CardTitle>
        {call.voiceToVoiceMs === null ? null : (
          <span className="text-ink-2 text-sm">
            {t.rich("medianHeader", { seconds: () => <Ltr>{seconds(call.voiceToVoiceMs ?? 0)}</Ltr> })}
          </span>
        )}
      </CardHeader>
      {turns.length === 0 ? (
        <Empty icon={MessageCircleDashed} title={t("emptyTitle")}>
          {t(call.live ? "emptyLive" : "emptyOver")}
        </Empty>
      ) : (
        <ol aria-live={call.live ? "polite" : undefined} className="flex flex-col items-start gap-3.5 p-4 sm:p-6">
          {turns.map((turn) => (
            <Fragment key={turn.index}>
              {turn.tools.map((tool, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: tools have no identity but their place in the turn
                <ToolPill key={at} tool={tool} />
              ))}
              <Bubble turn={turn} speaking={call.live && turn === last && isBeingSaid(turn)} found={found} />
            </Fragment>
          ))}
          {call.live && last?.speaker === "caller" ? <Thinking /> : null}
        </ol>
      )}
      {turns.some((turn) => turn.voiceToVoiceMs !== null) ? <Legend /> : null}
      <div ref={end} />
      {call.live && !atEnd ? (
        <div className="pointer-events-none sticky bottom-20 flex justify-center pb-3 md:bottom-4">
          <Button size="sm" onClick={toEnd} className="pointer-events-auto rounded-full shadow-pop">
            <ArrowDown aria-hidden="true" />
            {t("toLatest")}
          </Button>
        </div>
      ) : null}
    </Card>
  );
}

/** Not all of it was heard yet, and it was not cut off. */
function isBeingSaid(turn: TurnView): boolean {
  return turn.speaker === "agent" && turn.heardText.length < turn.text.length && !turn.interrupted;
}
