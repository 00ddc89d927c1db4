"use client";
import { type SortingState, useTable } from "@tanstack/react-table";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { CallListInput, CallView } from "#lib/calls/schemas/views.ts";
import { apiUrl } from "#lib/client/api.ts";
import { seconds } from "../format/clock.ts";
import { When } from "../format/when.tsx";
import { Avatar } from "../ui/avatar.tsx";
import { Ltr, Phone, SaidBlock } from "../ui/bidi.tsx";
import { cn } from "../ui/cn.ts";
import { SortHead } from "../ui/sort-head.tsx";
import { type ColumnId, columnNames, columns, features } from "./call-columns.tsx";
import { CallDuration } from "./call-duration.tsx";
import { CallEnd } from "./call-end.tsx";
import { Caller, otherNumber } from "./caller.tsx";
import { filterQuery } from "./filter-query.ts";
import { CallMarks } from "./insight/insight-chips.tsx";
import { Score } from "./insight/score.tsx";
import { useLatestWords } from "./use-latest-words.ts";

export function CallTable({ calls, filter }: { calls: CallView[]; filter: CallListInput }) {
  const t = useTranslations("calls");
  const router = useRouter();
  const sorting = toSorting(filter.sort);
  const table = useTable({
    features,
    columns,
    data: calls,
    getRowId: (call) => call.id,
    manualSorting: true,
    enableSortingRemoval: false,
    enableMultiSort: false,
    state: { sorting },
    onSortingChange: (update) => {
      const [next] = typeof update === "function" ? update(sorting) : update;
      const sort = next ? `${next.desc ? "-" : ""}${next.id}` : null;
      router.replace(apiUrl("/calls", { ...filterQuery(filter), sort }), { scroll: false });
    },
  });
  return (
    <table className="w-full table-fixed border-collapse text-sm max-md:hidden">
      <caption className="sr-only">{t("caption")}</caption>
      <thead>
        {table.getHeaderGroups().map((group) => (
          <tr key={group.id}>
            {group.headers.map((header) => {
              const id = header.column.id as ColumnId;
              const sorted = header.column.getIsSorted();
              const onSort = () => header.column.toggleSorting(sorted === false ? true : sorted === "asc");
              return (
                <SortHead
                  key={header.id}
                  label={t(columnNames[id])}
                  sorted={sorted}
                  onSort={header.column.getCanSort() ? onSort : undefined}
                  className={widths[id]}
                />
              );
            })}
          </tr>
        ))}
      </thead>
      <tbody>
        {table.getRowModel().rows.map((row) => (
          <CallRow key={row.id} call={row.original} ids={row.getAllCells().map((cell) => cell.column.id as ColumnId)} />
        ))}
      </tbody>
    </table>
  );
}

const widths: Record<ColumnId, string> = {
  who: "w-[20%]",
  what: "",
  started_at: "w-[8.5rem]",
  duration: "w-[5.5rem] max-lg:hidden",
  score: "w-[7.5rem]",
  speed: "w-[6.5rem] max-2xl:hidden",
  end: "w-[9.5rem]",
};

function CallRow({ call, ids }: { call: CallView; ids: ColumnId[] }) {
  const words = useLatestWords(call);
  const t = useTranslations("calls");
  const cells: Record<ColumnId, ReactNode> = {
    who: <Who call={call} />,
    what: (
      <div className="grid gap-0.5">
        {words ? (
          <SaidBlock className="truncate text-ink-2">{words}</SaidBlock>
        ) : (
          <span className="text-ink-3">{t("noWords")}</span>
        )}
        <CallMarks call={call} />
      </div>
    ),
    started_at: <When at={call.startedAt} />,
    duration: <CallDuration call={call} />,
    score: call.score === null ? null : <Score score={call.score} />,
    speed: call.voiceToVoiceMs === null ? null : <Ltr className="text-ink-2">{seconds(call.voiceToVoiceMs)}s</Ltr>,
    end: <CallEnd call={call} />,
  };
  return (
    <tr className="relative border-line not-last:border-b transition-colors duration-150 focus-within:bg-surface-0 hover:bg-surface-0">
      {ids.map((id) => (
        <td key={id} className={cn("px-4 py-2.5 align-middle", widths[id])}>
          {cells[id]}
        </td>
      ))}
    </tr>
  );
}

function Who({ call }: { call: CallView }) {
  const number = otherNumber(call);
  return (
    <div className="flex items-center gap-3">
      <Avatar name={call.customerName} />
      <div className="min-w-0">
        <Link
          href={`/calls/${call.id}`}
          prefetch={false}
          data-row
          className="block truncate font-semibold after:absolute after:inset-0"
        >
          <Caller call={call} />
        </Link>
        {call.customerName && number ? <Phone e164={number} className="text-ink-3 text-xs" /> : null}
      </div>
    </div>
  );
}

function toSorting(sort: CallListInput["sort"]): SortingState {
  const [id, desc] = sort?.startsWith("-") ? [sort.slice(1), true] : [sort ?? "started_at", sort === undefined];
  return [{ id, desc }];
}
