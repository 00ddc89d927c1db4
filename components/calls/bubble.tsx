import { TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import type { TurnView } from "#lib/calls/schemas/views.ts";
import { clock } from "../format/clock.ts";
import { Ltr, Said } from "../ui/bidi.tsx";
import { LiveDot } from "../ui/chip.tsx";
import { cn } from "../ui/cn.ts";
import { type FoundTurn, foundProps } from "./insight/use-found-turn.ts";
import { Waterfall } from "./waterfall.tsx";

/** One utterance. What the caller did not hear of ours is struck through; what is still being said is only lighter. */
export function Bubble({ turn, speaking, found }: { turn: TurnView; speaking: boolean; found: FoundTurn }) {
  const t = useTranslations("call");
  const agent = turn.speaker === "agent";
  if (turn.text === "") return null;
  return (
    <li
      {...foundProps(found, turn.index)}
      className={cn(
        "grid max-w-[90%] animate-arrive gap-1 outline-none sm:max-w-[74%]",
        agent && "self-end justify-items-end",
      )}
    >
      <span className="sr-only">{t(agent ? "agent" : "caller")}</span>
      <p
        className={cn(
          "whitespace-pre-wrap break-words rounded-lg px-3.5 py-2.5",
          agent ? "rounded-se-xs bg-brand-soft" : "rounded-ss-xs bg-surface-2",
          found.place === turn.index && "ring-2 ring-brand ring-offset-2 ring-offset-surface-1",
        )}
      >
        <Said>
          <Words turn={turn} speaking={speaking} />
        </Said>
      </p>
      <Troubles of={turn} />
      <div className={cn("flex flex-wrap items-center gap-x-2 gap-y-0.5 text-ink-3 text-xs", agent && "justify-end")}>
        {agent ? <Waterfall turn={turn} /> : null}
        {speaking ? (
          <span className="inline-flex items-center gap-1.5 font-semibold text-live-strong">
            <LiveDot />
            {t("speaking")}
          </span>
        ) : null}
        {turn.interrupted && agent ? <span>{t("interrupted")} ·</span> : null}
        {isUnclear(turn) ? <span>{t("unclear")} ·</span> : null}
        <Ltr>{clock(turn.atMs)}</Ltr>
      </div>
    </li>
  );
}

/** What went wrong behind it: the caller heard no error, but the staff should know. */
function Troubles({ of: { troubles } }: { of: TurnView }) {
  const t = useTranslations("call");
  return troubles.map((trouble) => (
    <p key={trouble} className="inline-flex items-center gap-1.5 font-semibold text-warn text-xs">
      <TriangleAlert aria-hidden="true" className="size-3.5 shrink-0" />
      {t(`trouble_${trouble}`)}
    </p>
  ));
}

function Words({ turn, speaking }: { turn: TurnView; speaking: boolean }) {
  const t = useTranslations("call");
  const heard = turn.speaker === "agent" && turn.text.startsWith(turn.heardText) ? turn.heardText : turn.text;
  const rest = turn.text.slice(heard.length);
  if (rest.trim() === "") return turn.text;
  if (speaking)
    return (
      <>
        {heard}
        <span className="text-ink-2">{rest}</span>
      </>
    );
  return (
    <>
      {heard}
      <del title={t("notHeard")} className="text-ink-2 decoration-1">
        {rest}
      </del>
    </>
  );
}

const UNCLEAR_BELOW = 0.4;

function isUnclear(turn: TurnView): boolean {
  return turn.speaker === "caller" && turn.confidence !== null && turn.confidence < UNCLEAR_BELOW;
}
