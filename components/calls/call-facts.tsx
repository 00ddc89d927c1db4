import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { CallDetails } from "#lib/calls/schemas/views.ts";
import { seconds } from "../format/clock.ts";
import { When } from "../format/when.tsx";
import { Ltr, Phone, Said } from "../ui/bidi.tsx";
import { Card, CardTitle } from "../ui/card.tsx";
import { cn } from "../ui/cn.ts";
import { CallDuration } from "./call-duration.tsx";
import { CallTask } from "./call-task.tsx";
import { type FoundTurn, foundProps } from "./insight/use-found-turn.ts";

/** What is known about a call, apart from its words. */
export function CallFacts({ call, turnCount }: { call: CallDetails; turnCount: number }) {
  const t = useTranslations();
  const format = useFormatter();
  return (
    <Card className="grid gap-3 p-4" aria-labelledby="facts">
      <CardTitle id="facts">{t("call.details")}</CardTitle>
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1.5 text-sm">
        <Fact name={t("call.customer")}>
          {call.customerName ? (
            <Said>{call.customerName}</Said>
          ) : (
            t(call.from ? "calls.newCaller" : "calls.unknownCaller")
          )}
        </Fact>
        {call.from ? (
          <Fact name={t("call.number")}>
            <Phone e164={call.from} />
          </Fact>
        ) : null}
        <Fact name={t("call.dialed")}>
          <Phone e164={call.to} />
        </Fact>
        <Fact name={t("call.started")}>
          <When at={call.startedAt} />
        </Fact>
        <Fact name={t("call.duration")}>
          <CallDuration call={call} />
        </Fact>
        <Fact name={t("call.status")}>{t(`status.${call.live ? "live" : call.status}`)}</Fact>
        {call.ending ? <Fact name={t("call.ending")}>{t(`ending.${call.ending}`)}</Fact> : null}
        <Line call={call} />
        {call.voiceToVoiceMs === null ? null : (
          <Fact name={t("call.median")}>
            <Ltr>{seconds(call.voiceToVoiceMs)}s</Ltr>
          </Fact>
        )}
        <Fact name={t("call.turns")}>{format.number(turnCount)}</Fact>
      </dl>
    </Card>
  );
}

/** What became of the line; nothing to say of one stream from the beginning to the end. */
function Line({ call: { streamFailures, streamCuts, rung, ending } }: { call: CallDetails }) {
  const t = useTranslations("call");
  const why = streamCuts.map((cut) => t(`lineCut.${cut}`)).join(", ");
  const cuts = streamFailures > 0 ? [t("lineCuts", { count: streamFailures }) + (why && `: ${why}`)] : [];
  const wentOn = rung === "stream" ? [] : [t(ending === "message_taken" ? "lineRecorded" : "lineInTurns")];
  const told = [...cuts, ...wentOn].join(" · ");
  return told === "" ? null : <Fact name={t("line")}>{told}</Fact>;
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-ink-2">{name}</dt>
      <dd className="break-words font-semibold">{children}</dd>
    </>
  );
}

/** The words of a message that was recorded when the line had failed. */
export function Recording({ text, found }: { text: string; found: FoundTurn }) {
  const t = useTranslations("call");
  return (
    <Card
      {...foundProps(found, "recording")}
      className={cn("grid gap-2 p-4 outline-none", found.place === "recording" && "ring-2 ring-brand")}
      aria-labelledby="recording"
    >
      <CardTitle id="recording">{t("recording")}</CardTitle>
      <p className="text-ink-2 text-sm">
        <Said>{text}</Said>
      </p>
    </Card>
  );
}

/** What is left to do, or was done, because of this call. */
export function CallTasks({ tasks, writable }: { tasks: CallDetails["tasks"]; writable: boolean }) {
  const t = useTranslations("call");
  return (
    <Card className="grid gap-2.5 p-4" aria-labelledby="call-tasks">
      <CardTitle id="call-tasks">{t("tasks")}</CardTitle>
      {tasks.length === 0 ? <p className="text-ink-2 text-sm">{t("noTasks")}</p> : null}
      <ul className="grid gap-2 text-sm">
        {tasks.map((task) => (
          <li key={task.id}>
            <CallTask task={task} writable={writable} />
          </li>
        ))}
      </ul>
    </Card>
  );
}
