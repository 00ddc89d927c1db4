"use client";
import { CornerDownLeft } from "lucide-react";
import { useTranslations } from "next-intl";
import type { TurnView } from "#lib/calls/schemas/views.ts";
import { Said } from "../../ui/bidi.tsx";

interface SourceProps {
  turnIndex: number | null;
  turns: TurnView[];
  onShow: (index: number) => void;
}

/** The sentence that something was learnt from; a click leads to it. Nothing where there is none. */
export function SourceLink({ turnIndex, turns, onShow }: SourceProps) {
  const t = useTranslations("insight");
  const turn = turns.find((one) => one.index === turnIndex);
  if (!turn || turn.text === "") return null;
  return (
    <button
      type="button"
      onClick={() => onShow(turn.index)}
      aria-label={t("whence", { sentence: turn.text })}
      title={turn.text}
      className="flex w-full min-w-0 items-center gap-1 rounded-sm text-start text-ink-3 text-xs hover:text-ink hover:underline"
    >
      <CornerDownLeft aria-hidden="true" className="size-3.5 shrink-0 ltr:-scale-x-100" />
      <span className="truncate">
        <Said>״{turn.text}״</Said>
      </span>
    </button>
  );
}
