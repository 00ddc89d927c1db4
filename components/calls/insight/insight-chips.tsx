import { useTranslations } from "next-intl";
import type { Sentiment, Want } from "#lib/calls/schemas/insight.ts";
import type { CallView } from "#lib/calls/schemas/views.ts";
import { Chip, type ChipTone } from "../../ui/chip.tsx";

export function WantChip({ want }: { want: Want }) {
  const t = useTranslations("want");
  return <Chip tone="info">{t(want)}</Chip>;
}

const tones: Record<Sentiment, ChipTone> = { positive: "good", neutral: "plain", negative: "warn" };

/** In what mood the caller was. */
export function SentimentChip({ sentiment }: { sentiment: Sentiment }) {
  const t = useTranslations("sentiment");
  return <Chip tone={tones[sentiment]}>{t(sentiment)}</Chip>;
}

/** What the caller wanted, and a mood worth knowing of; nothing before that is known. */
export function CallMarks({ call }: { call: Pick<CallView, "want" | "sentiment"> }) {
  if (!call.want) return null;
  return (
    <p className="flex flex-wrap gap-1">
      <WantChip want={call.want} />
      {call.sentiment && call.sentiment !== "neutral" ? <SentimentChip sentiment={call.sentiment} /> : null}
    </p>
  );
}
