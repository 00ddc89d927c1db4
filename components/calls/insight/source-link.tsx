"use client";
import { CornerDownLeft } from "lucide-react";
import { useTranslations } from "next-intl";
import type { Source } from "#lib/calls/schemas/insight.ts";
import type { TurnView } from "#lib/calls/schemas/views.ts";
import { cut } from "#lib/hebrew/cut.ts";
import { Said } from "../../ui/bidi.tsx";
import type { FoundTurn } from "./use-found-turn.ts";

interface SourceProps {
  source: Source;
  turns: TurnView[];
  recording: string | null;
  onShow: FoundTurn["show"];
}

/** A recorded message may be minutes long. */
const MOST_SHOWN = 200;

/** The sentence that something was learnt from; a click leads to it. Nothing where there is none. */
export function SourceLink({ source, turns, recording, onShow }: SourceProps) {
  const t = useTranslations("insight");
  const words = source === "recording" ? recording : heardIn(turns.find(({ index }) => index === source));
  if (source === null || !words) return null;
  const sentence = words.length > MOST_SHOWN ? `${cut(words, MOST_SHOWN)}…` : words;
  return (
    <button
      type="button"
      onClick={() => onShow(source)}
      aria-label={t("whence", { sentence })}
      title={sentence}
      className="flex w-full min-w-0 items-center gap-1 rounded-sm text-start text-ink-3 text-xs hover:text-ink hover:underline"
    >
      <CornerDownLeft aria-hidden="true" className="size-3.5 shrink-0 ltr:-scale-x-100" />
      <span className="truncate">
        <Said>״{sentence}״</Said>
      </span>
    </button>
  );
}

/** What the caller did not hear of the agent's words was not told. */
function heardIn(turn: TurnView | undefined): string | undefined {
  return turn?.speaker === "agent" ? turn.heardText : turn?.text;
}
