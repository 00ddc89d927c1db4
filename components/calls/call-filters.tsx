"use client";
import { Search, X } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useId, useRef } from "react";
import { callStatuses } from "#lib/calls/schemas/status.ts";
import type { CallListInput } from "#lib/calls/schemas/views.ts";
import { apiUrl } from "#lib/client/api.ts";
import { Button } from "../ui/button.tsx";
import { Input, Select } from "../ui/field.tsx";
import { isTyping } from "./is-typing.ts";

const PAUSE_MS = 250;

/** What the list shows. It lives in the address: a filtered list can be kept and sent. */
export function CallFilters({ filter }: { filter: CallListInput }) {
  const t = useTranslations("calls");
  const tStatus = useTranslations("status");
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const search = useRef<HTMLInputElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const filtered = Boolean(filter.q || filter.status || filter.from || filter.to);

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
    const values: Record<string, string | undefined> = {
      q: filter.q,
      status: filter.status,
      from: filter.from,
      to: filter.to,
    };
    for (const field of form.current.querySelectorAll<HTMLInputElement | HTMLSelectElement>("[data-filter]"))
      if (field !== document.activeElement) field.value = values[field.name] ?? "";
  }, [filter.q, filter.status, filter.from, filter.to]);

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
        <Select
          data-filter
          name="status"
          aria-label={t("status")}
          defaultValue={filter.status ?? ""}
          onChange={() => apply()}
          className="max-sm:col-span-2 sm:w-auto"
        >
          <option value="">{t("anyStatus")}</option>
          {(["live", ...callStatuses] as const).map((status) => (
            <option key={status} value={status}>
              {tStatus(status)}
            </option>
          ))}
        </Select>
        <Day name="from" label={t("from")} value={filter.from} onChange={() => apply()} />
        <Day name="to" label={t("to")} value={filter.to} onChange={() => apply()} />
        {filter.sort && filter.sort !== "-started_at" ? <input type="hidden" name="sort" value={filter.sort} /> : null}
        {filtered ? (
          <Button look="bare" onClick={clear} className="max-sm:col-span-2">
            <X aria-hidden="true" />
            {t("clear")}
          </Button>
        ) : null}
      </form>
    </search>
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
