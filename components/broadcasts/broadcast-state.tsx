import { useTranslations } from "next-intl";
import type { BroadcastState as State } from "#lib/broadcasts/schemas/states.ts";
import { Chip, type ChipTone, LiveDot } from "../ui/chip.tsx";

const TONES: Record<State, ChipTone> = { running: "brand", stopped: "warn", done: "plain" };

/** Whether a broadcast goes on. */
export function BroadcastState({ state }: { state: State }) {
  const t = useTranslations("broadcasts");
  return (
    <Chip tone={TONES[state]}>
      {state === "running" ? <LiveDot /> : null}
      {t(`state_${state}`)}
    </Chip>
  );
}
