"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Card, CardTitle } from "../ui/card.tsx";
import { Field, Textarea } from "../ui/field.tsx";
import { type Listen, ListenButton } from "./listen-button.tsx";

/** Any sentence, read as a caller would hear it. */
export function TrySentence({ listenTo }: { listenTo: (sentence: string) => Listen }) {
  const t = useTranslations("pronunciation");
  const [sentence, setSentence] = useState("");
  return (
    <Card className="grid gap-3 p-4 sm:p-5" aria-labelledby="try-sentence">
      <CardTitle id="try-sentence">{t("tryTitle")}</CardTitle>
      <Field label={t("trySentence")} hint={t("tryHint")}>
        {(tied) => (
          <Textarea
            {...tied}
            dir="auto"
            rows={2}
            maxLength={300}
            value={sentence}
            onChange={(event) => setSentence(event.target.value)}
            className="min-h-0"
          />
        )}
      </Field>
      <div>
        <ListenButton {...listenTo(sentence)} label={t("tryListen")} disabled={sentence.trim().length < 2} />
      </div>
    </Card>
  );
}
