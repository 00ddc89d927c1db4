"use client";
import { Megaphone } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useRef } from "react";
import type { BroadcastView } from "#lib/broadcasts/schemas/broadcast.ts";
import { useRowKeys } from "../calls/use-row-keys.ts";
import { When } from "../format/when.tsx";
import { Ltr, Said } from "../ui/bidi.tsx";
import { Card } from "../ui/card.tsx";
import { Empty } from "../ui/empty.tsx";
import { AudienceName } from "./audience-name.tsx";
import { BroadcastState } from "./broadcast-state.tsx";
import { Progress } from "./progress.tsx";

/** What was sent to many, the newest first, with how far it is. j and k walk, Enter opens. */
export function BroadcastList({ broadcasts }: { broadcasts: BroadcastView[] }) {
  const t = useTranslations("broadcasts");
  const list = useRef<HTMLElement>(null);
  useRowKeys(list);
  return (
    <Card ref={list} className="overflow-hidden">
      {broadcasts.length === 0 ? (
        <Empty icon={Megaphone} title={t("emptyTitle")} className="py-16">
          {t("empty")}
        </Empty>
      ) : (
        <ul aria-label={t("list")}>
          {broadcasts.map((broadcast) => (
            <Row key={broadcast.id} broadcast={broadcast} />
          ))}
        </ul>
      )}
    </Card>
  );
}

function Row({ broadcast }: { broadcast: BroadcastView }) {
  const { id, name, templateName, audience, state, createdAt } = broadcast;
  return (
    <li className="relative grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 gap-y-2 border-line px-4 py-3.5 transition-colors duration-150 not-first:border-t focus-within:bg-surface-0 hover:bg-surface-0 md:grid-cols-[minmax(0,1fr)_12rem_7rem_6.5rem]">
      <div className="grid min-w-0 gap-0.5">
        <Link
          href={`/broadcasts/${id}`}
          prefetch={false}
          data-row
          className="truncate font-bold after:absolute after:inset-0"
        >
          <Said>{name}</Said>
        </Link>
        <p className="truncate text-ink-2 text-sm">
          <AudienceName audience={audience} /> · <Ltr>{templateName}</Ltr>
        </p>
      </div>
      <div className="max-md:col-span-2 max-md:row-start-2">
        <Progress broadcast={broadcast} />
      </div>
      <span className="justify-self-end md:justify-self-start">
        <BroadcastState state={state} />
      </span>
      <span className="text-ink-2 text-sm max-md:hidden">
        <When at={createdAt} />
      </span>
    </li>
  );
}
