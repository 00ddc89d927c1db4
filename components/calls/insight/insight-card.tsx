"use client";
import { Pencil } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { CallDetails, TurnView } from "#lib/calls/schemas/views.ts";
import { Button } from "../../ui/button.tsx";
import { Card, CardTitle } from "../../ui/card.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { InsightForm } from "./insight-form.tsx";
import { InsightReading } from "./insight-reading.tsx";
import type { FoundTurn } from "./use-found-turn.ts";
import { useInsightEdits } from "./use-insight-edits.ts";

interface InsightCardProps {
  call: CallDetails;
  turns: TurnView[];
  writable: boolean;
  onShow: FoundTurn["show"];
}

/** The job takes seconds; after this long it is not coming. */
const WRITTEN_WITHIN_MS = 10 * 60_000;

/** What became of a call that is over: read, and put right by the staff in its place. */
export function InsightCard({ call, turns, writable, onShow }: InsightCardProps) {
  const t = useTranslations("insight");
  const [editing, setEditing] = useState(false);
  const { send, busy, problem, forgetProblem } = useInsightEdits(call.id);
  const { insight } = call;
  if (call.live) return null;

  async function save(edits: Parameters<typeof send>[0]) {
    if (await send(edits, t("saved"))) setEditing(false);
  }

  return (
    <Card className="grid grid-cols-[minmax(0,1fr)] gap-3 p-4" aria-labelledby="insight">
      <div className="flex min-h-8 items-center justify-between gap-2">
        <CardTitle id="insight">{t("title")}</CardTitle>
        {insight && writable && !editing ? (
          <Button size="sm" look="bare" onClick={() => setEditing(true)}>
            <Pencil aria-hidden="true" />
            {t("edit")}
          </Button>
        ) : null}
      </div>
      {insight === null ? (
        <Awaited endedAt={call.endedAt} said={turns.some((turn) => turn.speaker === "caller" && turn.text !== "")} />
      ) : editing ? (
        <InsightForm
          insight={insight}
          busy={busy}
          onSave={(edits) => void save(edits)}
          onCancel={() => {
            forgetProblem();
            setEditing(false);
          }}
        />
      ) : (
        <InsightReading
          insight={insight}
          turns={turns}
          recording={call.recordingTranscript}
          onShow={onShow}
          onRestore={writable ? (field) => void send({ [field]: null }, t("restored")) : null}
        />
      )}
      {problem ? (
        <Notice tone="wrong" urgent>
          {problem}
        </Notice>
      ) : null}
    </Card>
  );
}

/** Not there yet, or not to come: nobody said anything, or the call is from before. */
function Awaited({ endedAt, said }: { endedAt: string | null; said: boolean }) {
  const t = useTranslations("insight");
  const coming = said && endedAt !== null && Date.now() - Date.parse(endedAt) < WRITTEN_WITHIN_MS;
  return (
    <div className="grid gap-2">
      <p className="text-ink-2 text-sm" suppressHydrationWarning>
        {t(coming ? "writing" : "none")}
      </p>
      {coming ? (
        <>
          <Skeleton className="h-4 w-full" />
          <Skeleton className="h-4 w-2/3" />
        </>
      ) : null}
    </div>
  );
}
