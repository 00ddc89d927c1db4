"use client";
import { Speech } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { PronunciationView } from "#lib/businesses/schemas.ts";
import { Card, CardTitle } from "../ui/card.tsx";
import { Empty } from "../ui/empty.tsx";
import { Notice } from "../ui/notice.tsx";
import type { Listen } from "./listen-button.tsx";
import { PronunciationForm } from "./pronunciation-form.tsx";
import { PronunciationRow } from "./pronunciation-row.tsx";
import { TrySentence } from "./try-sentence.tsx";
import { useVoicePreview } from "./use-voice-preview.ts";

interface PronunciationProps {
  words: PronunciationView[];
  /** The business's voice; null for the best one. */
  voice: string | null;
  writable: boolean;
}

/** The words that the voice would say wrongly, and a sentence to try them in. */
export function PronunciationSection({ words, voice, writable }: PronunciationProps) {
  const t = useTranslations();
  const preview = useVoicePreview();
  // One sound at a time, and only its own button stops it.
  const [playing, setPlaying] = useState("");
  const listenTo = (key: string, text: string, withPronunciations: boolean): Listen => ({
    preview: playing === key ? preview : { ...preview, state: "silent" },
    onPlay: () => {
      setPlaying(key);
      void preview.play({ text, voice, withPronunciations });
    },
  });
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
      {writable ? null : <Notice tone="info">{t("settings.readOnly")}</Notice>}
      <Card aria-labelledby="pronunciations">
        <div className="grid gap-1 p-4 sm:px-5">
          <CardTitle id="pronunciations">{t("pronunciation.title")}</CardTitle>
          <p className="text-ink-2 text-sm">{t("pronunciation.intro")}</p>
        </div>
        {writable ? (
          <div className="border-line border-t px-4 py-3 sm:px-5">
            <PronunciationForm word={null} listenTo={(spoken) => listenTo("new", spoken, false)} />
          </div>
        ) : null}
        {words.length === 0 ? (
          <Empty icon={Speech} title={t("pronunciation.emptyTitle")} className="border-line border-t">
            {t("pronunciation.empty")}
          </Empty>
        ) : (
          <ul aria-label={t("pronunciation.title")}>
            {words.map((word) => (
              <PronunciationRow
                key={word.id}
                word={word}
                writable={writable}
                listenTo={(spoken) => listenTo(word.id, spoken, false)}
              />
            ))}
          </ul>
        )}
      </Card>
      {preview.problem ? (
        <Notice tone="wrong" urgent>
          {preview.problem}
        </Notice>
      ) : null}
      {writable ? <TrySentence listenTo={(sentence) => listenTo("sentence", sentence, true)} /> : null}
    </div>
  );
}
