"use client";
import { PhoneIncoming, SearchX } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRef } from "react";
import type { CallListInput, CallView } from "#lib/calls/schemas/views.ts";
import { Card } from "../ui/card.tsx";
import { Empty } from "../ui/empty.tsx";
import { CallCards } from "./call-cards.tsx";
import { CallTable } from "./call-table.tsx";
import { isFiltered } from "./filter-query.ts";
import { useRowKeys } from "./use-row-keys.ts";

/** The calls of a filter: a table, on a phone cards. j and k walk, Enter opens. */
export function CallList({ calls, filter }: { calls: CallView[]; filter: CallListInput }) {
  const t = useTranslations("calls");
  const list = useRef<HTMLElement>(null);
  useRowKeys(list);
  const filtered = isFiltered(filter);
  if (calls.length === 0)
    return (
      <Card>
        <Empty
          icon={filtered ? SearchX : PhoneIncoming}
          title={t(filtered ? "nothingTitle" : "emptyTitle")}
          className="py-16"
        >
          {t(filtered ? "nothing" : "empty")}
        </Empty>
      </Card>
    );
  return (
    <>
      <Card ref={list} className="overflow-hidden">
        <CallTable calls={calls} filter={filter} />
        <CallCards calls={calls} />
      </Card>
      <p className="text-ink-3 text-xs max-md:hidden">
        <Key name="j" /> <Key name="k" /> {t("keys")} · <Key name="Enter" /> {t("keysOpen")} · <Key name="/" />{" "}
        {t("keysSearch")}
      </p>
    </>
  );
}

function Key({ name }: { name: string }) {
  return (
    <kbd className="rounded-[5px] border border-line-strong bg-surface-1 px-1.5 font-sans font-semibold text-[11px]">
      {name}
    </kbd>
  );
}
