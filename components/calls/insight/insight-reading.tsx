"use client";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { InsightView, Source } from "#lib/calls/schemas/insight.ts";
import type { TurnView } from "#lib/calls/schemas/views.ts";
import { Said } from "../../ui/bidi.tsx";
import { CallTask } from "../call-task.tsx";
import { type EditedField, EditedMark } from "./edited-mark.tsx";
import { SentimentChip, WantChip } from "./insight-chips.tsx";
import { Score } from "./score.tsx";
import { SourceLink } from "./source-link.tsx";
import type { FoundTurn } from "./use-found-turn.ts";

interface InsightReadingProps {
  insight: InsightView;
  turns: TurnView[];
  /** The words of the message that was recorded, if one was. */
  recording: string | null;
  onShow: FoundTurn["show"];
  onRestore: ((field: EditedField) => void) | null;
}

/** What became of the call, each thing with the sentence that it comes from. */
export function InsightReading({ insight, onRestore, ...told }: InsightReadingProps) {
  const t = useTranslations();
  const mark = (field: EditedField) => <EditedMark insight={insight} field={field} onRestore={onRestore} />;
  const source = (of: Source) => <SourceLink source={of} {...told} />;
  return (
    <>
      <div className="grid gap-1">
        <p className="whitespace-pre-wrap break-words text-sm">
          <Said>{insight.summary}</Said>
        </p>
        {mark("summary")}
      </div>
      <div className="grid gap-1">
        <p className="flex flex-wrap gap-1.5">
          <WantChip want={insight.want} />
          <SentimentChip sentiment={insight.sentiment} />
        </p>
        {mark("want")}
        {mark("sentiment")}
      </div>
      <Part title={t("insight.score")}>
        <Score score={insight.score} className="flex text-lg" />
        {insight.edited.includes("score") && insight.scoreReasons.length === 0 ? (
          <p className="text-ink-2 text-sm">{t("insight.scoreByStaff")}</p>
        ) : null}
        <ul className="grid gap-0.5 text-ink-2 text-sm empty:hidden">
          {insight.scoreReasons.map((reason) => (
            <li key={reason} className="break-words">
              <Said>{reason}</Said>
            </li>
          ))}
        </ul>
        {mark("score")}
      </Part>
      <Part title={t("insight.facts")}>
        {insight.facts.length === 0 ? <p className="text-ink-2 text-sm">{t("insight.noFacts")}</p> : null}
        <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1.5 text-sm">
          {insight.facts.map((fact, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: facts have no identity but their place
            <div key={at} className="contents">
              <dt className="text-ink-2">{t(`fact.${fact.name}`)}</dt>
              <dd className="grid min-w-0 grid-cols-[minmax(0,1fr)]">
                <span className="break-words font-semibold">
                  <Said>{fact.value}</Said>
                </span>
                {source(fact.turnIndex)}
              </dd>
            </div>
          ))}
        </dl>
        {mark("facts")}
      </Part>
      {insight.appointment || insight.edited.includes("appointment") ? (
        <Part title={t("insight.appointment")}>
          {insight.appointment ? (
            <>
              <p className="break-words text-sm">
                <Said>{insight.appointment.what}</Said> ·{" "}
                {insight.appointment.when === null ? (
                  <span className="text-ink-2">{t("insight.noTimeSaid")}</span>
                ) : (
                  <Said className="font-semibold">{insight.appointment.when}</Said>
                )}
              </p>
              {source(insight.appointment.turnIndex)}
            </>
          ) : (
            <p className="text-ink-2 text-sm">{t("insight.noAppointment")}</p>
          )}
          {mark("appointment")}
        </Part>
      ) : null}
      {insight.followUps.length > 0 ? (
        <Part title={t("insight.followUps")}>
          <ul className="grid grid-cols-[minmax(0,1fr)] gap-1.5 text-sm">
            {insight.followUps.map((promise) => (
              <li key={`${promise.turnIndex} ${promise.title}`} className="break-words">
                {promise.task ? <CallTask task={promise.task} /> : <Said>{promise.title}</Said>}
                {source(promise.turnIndex)}
              </li>
            ))}
          </ul>
          {insight.followUps.every(({ task }) => task) ? null : (
            <Link
              href="/tasks"
              className="justify-self-start rounded-sm font-semibold text-brand-strong text-sm hover:underline"
            >
              {t("insight.toTasks")}
            </Link>
          )}
        </Part>
      ) : null}
      {insight.madeBy === "extract" ? (
        <p className="border-line border-t pt-3 text-ink-3 text-xs">{t("insight.byRules")}</p>
      ) : null}
    </>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="grid grid-cols-[minmax(0,1fr)] gap-1.5 border-line border-t pt-3">
      <h3 className="font-semibold text-ink-2 text-xs">{title}</h3>
      {children}
    </section>
  );
}
