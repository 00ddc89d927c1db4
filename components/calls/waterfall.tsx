import { useTranslations } from "next-intl";
import type { TurnView } from "#lib/calls/schemas/views.ts";
import { seconds } from "../format/clock.ts";
import { Ltr } from "../ui/bidi.tsx";
import { cn } from "../ui/cn.ts";

const steps = [
  { name: "endpoint", of: (turn: TurnView) => turn.endpointMs, colour: "bg-endpoint" },
  { name: "transcript", of: (turn: TurnView) => turn.tAudioMs, colour: "bg-transcript" },
  { name: "thought", of: (turn: TurnView) => turn.tNlpMs, colour: "bg-thought" },
  { name: "voice", of: (turn: TurnView) => turn.tTtsMs, colour: "bg-voice" },
] as const;

/** The longest wait that fills the bar; a longer one fills it too. */
const FULL_MS = 3000;
const FULL_PX = 168;

/** Where the time between the caller's last word and our first one went. Its length says how long that was. */
export function Waterfall({ turn }: { turn: TurnView }) {
  const t = useTranslations("call");
  const total = turn.voiceToVoiceMs;
  if (total === null) return null;
  const parts = steps.map((step) => ({ ...step, ms: step.of(turn) ?? 0 }));
  const sum = Math.max(
    1,
    parts.reduce((all, part) => all + part.ms, 0),
  );
  const says = t("waterfall", {
    total: seconds(total),
    endpoint: seconds(turn.endpointMs ?? 0),
    transcript: seconds(turn.tAudioMs ?? 0),
    thought: seconds(turn.tNlpMs ?? 0),
    voice: seconds(turn.tTtsMs ?? 0),
  });
  return (
    <span className="inline-flex items-center gap-2" title={says}>
      <span
        role="img"
        aria-label={says}
        className="flex h-1.5 overflow-hidden rounded-full bg-surface-2"
        style={{ width: Math.max(24, Math.min(1, total / FULL_MS) * FULL_PX) }}
      >
        {parts.map((part) => (
          <span key={part.name} className={cn("h-full", part.colour)} style={{ width: `${(part.ms / sum) * 100}%` }} />
        ))}
      </span>
      <Ltr>{seconds(total)}s</Ltr>
      <span aria-hidden="true">·</span>
    </span>
  );
}

/** What the colours of the bars mean. */
export function Legend() {
  const t = useTranslations("call");
  return (
    <p className="flex flex-wrap items-center gap-x-4 gap-y-1 border-line border-t px-4 py-2.5 text-ink-2 text-xs">
      <span>{t("legend")}</span>
      {steps.map((step) => (
        <span key={step.name} className="inline-flex items-center gap-1.5">
          <span aria-hidden="true" className={cn("h-1.5 w-4 rounded-full", step.colour)} />
          {t(`step_${step.name}`)}
        </span>
      ))}
    </p>
  );
}
