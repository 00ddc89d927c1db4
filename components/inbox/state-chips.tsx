"use client";
import { useTranslations } from "next-intl";
import type { ConversationView } from "#lib/messaging/schemas/views.ts";
import { Said } from "../ui/bidi.tsx";
import { Chip, type ChipTone } from "../ui/chip.tsx";

interface StateChipsProps {
  conversation: ConversationView;
  /** Whether the agent answers messages at all. */
  agentAnswers: boolean;
}

/** What the staff should know of it before they open it. */
export function StateChips({ conversation, agentAnswers }: StateChipsProps) {
  const { state, mode, handover, assigneeName, channel } = conversation;
  const t = useTranslations("inbox");
  const tone: ChipTone = handover === "asked" || handover === "angry" ? "live" : "warn";
  return (
    <>
      {state === "closed" ? <Chip>{t("closed")}</Chip> : null}
      {state === "snoozed" ? <Chip>{t("snoozed")}</Chip> : null}
      {mode === "bot" && agentAnswers ? <Chip tone="good">{t("bot")}</Chip> : null}
      {mode === "human" && handover ? <Chip tone={tone}>{t(`handover_${handover}`)}</Chip> : null}
      {assigneeName ? (
        <Chip tone="info">
          <Said>{assigneeName}</Said>
        </Chip>
      ) : null}
      {channel === "sms" ? <Chip>{t("sms")}</Chip> : null}
    </>
  );
}
