import { useTranslations } from "next-intl";
import type { CallEnding } from "#lib/calls/schemas/ending.ts";
import type { CallView } from "#lib/calls/schemas/views.ts";
import { Chip, type ChipTone, LiveDot } from "../ui/chip.tsx";

const tones: Record<CallEnding, ChipTone> = {
  agent_said_goodbye: "good",
  caller_hung_up: "plain",
  caller_silent: "plain",
  transferred: "info",
  message_taken: "warn",
  stream_failed: "warn",
};

/** How a call stands: live, or how it ended. */
export function CallEnd({ call }: { call: Pick<CallView, "live" | "status" | "ending"> }) {
  const t = useTranslations();
  if (call.live)
    return (
      <Chip tone="live">
        <LiveDot />
        {t("status.live")}
      </Chip>
    );
  if (call.ending && call.status === "completed")
    return <Chip tone={tones[call.ending]}>{t(`ending.${call.ending}`)}</Chip>;
  return <Chip tone={call.status === "failed" ? "warn" : "plain"}>{t(`status.${call.status}`)}</Chip>;
}
