"use client";
import { LoaderCircle, Play, Square } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "../ui/button.tsx";
import type { VoicePreview } from "./use-voice-preview.ts";

/** What is listened to, and how to begin. */
export interface Listen {
  preview: Pick<VoicePreview, "state" | "stop">;
  onPlay: () => void;
}

interface ListenProps extends Listen {
  label: string;
  /** Only the mark, the label is for screen readers: one of many in a list. */
  compact?: boolean;
  disabled?: boolean;
}

/** Plays, and stops what it plays. */
export function ListenButton({ preview, label, compact, disabled, onPlay }: ListenProps) {
  const t = useTranslations("voice");
  const Icon = preview.state === "preparing" ? LoaderCircle : preview.state === "playing" ? Square : Play;
  const words = preview.state === "preparing" ? t("preparing") : preview.state === "playing" ? t("stop") : label;
  return (
    <Button
      look={compact ? "bare" : "quiet"}
      size={compact ? "icon" : "md"}
      aria-label={compact ? words : undefined}
      disabled={disabled}
      onClick={preview.state === "silent" ? onPlay : preview.stop}
    >
      <Icon aria-hidden="true" className={preview.state === "preparing" ? "animate-spin" : undefined} />
      {compact ? null : words}
    </Button>
  );
}
