import { useTranslations } from "next-intl";
import { Ltr } from "../../ui/bidi.tsx";
import { cn } from "../../ui/cn.ts";

const HOT = 70;
const WARM = 40;

type Temperature = "hot" | "warm" | "cold";

export function temperatureOf(score: number): Temperature {
  return score >= HOT ? "hot" : score >= WARM ? "warm" : "cold";
}

const fills: Record<Temperature, string> = { hot: "bg-brand", warm: "bg-brand/55", cold: "bg-ink-3" };

/** How promising a call is: the number, and as much of a bar. */
export function Score({ score, className }: { score: number; className?: string }) {
  const t = useTranslations();
  const temperature = temperatureOf(score);
  return (
    <span
      role="img"
      aria-label={t("insight.scoreOf", { score, temperature: t(`temperature.${temperature}`) })}
      className={cn("inline-flex items-center gap-2", className)}
    >
      <Ltr className="min-w-[2ch] font-semibold">{score}</Ltr>
      <span className="h-1.5 w-12 flex-1 overflow-hidden rounded-full bg-surface-2">
        <span className={cn("block h-full rounded-full", fills[temperature])} style={{ inlineSize: `${score}%` }} />
      </span>
    </span>
  );
}
