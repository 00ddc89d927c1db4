"use client";
import { Search, X } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useId, useMemo, useRef } from "react";
import { sentiments, wants } from "#lib/calls/schemas/insight.ts";
import { callStatuses } from "#lib/calls/schemas/status.ts";
import type { CallListInput } from "#lib/calls/schemas/views.ts";
import { apiUrl } from "#lib/client/api.ts";
import { Button } from "../ui/button.tsx";
import { Input, Select } from "../ui/field.tsx";
import { filterQuery, isFiltered } from "./filter-query.ts";
import { isTyping } from "./is-typing.ts";

const PAUSE_MS = 250;
const scores = [
  ["70", "hotOnly"],
  ["40", "warmUp"],
] as const;

/** What the list shows. It lives in the address: a filtered list can be kept and sent. */
export function CallFilters({ filter }: { filter: CallListInput }) {
  const t = useTranslations("calls");
  const tAll = useTranslations();
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const search = useRef<HTMLInputElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const values = useMemo(() => filterQuery(filter), [filter]);

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== "/" || isTyping(event)) return;
      event.preventDefault();
      search.current?.focus();
    };
    document.addEventListener("keydown", onKey);
    return () => {
      document.removeEventListener("keydown", onKey);
      clearTimeout(timer.current);
    };
  }, []);

  // A link may change the filter too. What is being typed right now is left alone.
  useEffect(() => {
    if (!form.current || timer.current !== undefined) return;
    for (const field of form.current.querySelectorAll<HTMLInputElement | HTMLSelectElement>("[data-filter]"))
      if (field !== document.activeElement) field.value = values[field.name as keyof typeof values] ?? "";
  }, [values]);

  function apply(afterMs = 0) {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      timer.current = undefined;
      if (!form.current) return;
      const fields = Object.fromEntries(
        [...new FormData(form.current)].map(([name, value]) => [name, String(value).trim()]),
      );
      router.replace(apiUrl("/calls", fields), { scroll: false });
    }, afterMs);
  }

  function clear() {
    clearTimeout(timer.current);
    form.current?.querySelectorAll<HTMLInputElement | HTMLSelectElement>("[data-filter]").forEach((field) => {
      field.value = "";
    });
    apply();
    search.current?.focus();
  }

  return (
    <search>
      <form
        ref={form}
        action="/calls"
        className="grid grid-cols-2 gap-2 sm:flex sm:flex-wrap sm:items-center"
        onSubmit={(event) => {
          event.preventDefault();
          apply();
        }}
      >
        <div className="relative max-sm:col-span-2 sm:min-w-64 sm:flex-1">
          <Search aria-hidden="true" className="pointer-events-none absolute start-3 top-3 size-4 text-ink-3" />
          <Input
            ref={search}
            data-filter
            type="search"
            name="q"
            dir="auto"
            aria-label={t("search")}
            placeholder={t("search")}
            defaultValue={filter.q ?? ""}
            maxLength={200}
            onChange={() => apply(PAUSE_MS)}
            className="ps-9 text-start placeholder:text-start"
          />
        </div>
        <Choice
          name="status"
          label={t("status")}
          any={t("anyStatus")}
          value={values.status}
          options={(["live", ...callStatuses] as const).map((status) => [status, tAll(`status.${status}`)])}
          onChange={() => apply()}
        />
        <Choice
          name="want"
          label={t("want")}
          any={t("anyWant")}
          value={values.want}
          options={wants.map((want) => [want, tAll(`want.${want}`)])}
          onChange={() => apply()}
        />
        <Choice
          name="minScore"
          label={t("score")}
          any={t("anyScore")}
          value={values.minScore}
          options={scores.map(([least, name]) => [least, t(name)])}
          onChange={() => apply()}
        />
        <Choice
          name="sentiment"
          label={t("sentiment")}
          any={t("anySentiment")}
          value={values.sentiment}
          options={sentiments.map((sentiment) => [sentiment, tAll(`sentiment.${sentiment}`)])}
          onChange={() => apply()}
        />
        <Day name="from" label={t("from")} value={filter.from} onChange={() => apply()} />
        <Day name="to" label={t("to")} value={filter.to} onChange={() => apply()} />
        {filter.sort && filter.sort !== "-started_at" ? <input type="hidden" name="sort" value={filter.sort} /> : null}
        {isFiltered(filter) ? (
          <Button look="bare" onClick={clear} className="max-sm:col-span-2">
            <X aria-hidden="true" />
            {t("clear")}
          </Button>
        ) : null}
      </form>
    </search>
  );
}

interface ChoiceProps {
  name: string;
  label: string;
  /** What it says when nothing is chosen. */
  any: string;
  value: string | undefined;
  options: (readonly [value: string, words: string])[];
  onChange: () => void;
}

function Choice({ name, label, any, value, options, onChange }: ChoiceProps) {
  return (
    <Select
      data-filter
      name={name}
      aria-label={label}
      defaultValue={value ?? ""}
      onChange={onChange}
      className="sm:w-auto"
    >
      <option value="">{any}</option>
      {options.map(([option, words]) => (
        <option key={option} value={option}>
          {words}
        </option>
      ))}
    </Select>
  );
}

function Day({
  name,
  label,
  value,
  onChange,
}: {
  name: string;
  label: string;
  value: string | undefined;
  onChange: () => void;
}) {
  const id = useId();
  return (
    <label htmlFor={id} className="flex items-center gap-1.5 text-ink-2 text-sm max-sm:grid max-sm:gap-0.5">
      <span className="whitespace-nowrap">{label}</span>
      <Input
        id={id}
        data-filter
        type="date"
        name={name}
        dir="ltr"
        defaultValue={value ?? ""}
        onChange={onChange}
        className="sm:w-auto"
      />
    </label>
  );
}
