"use client";
import { Search, X } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { apiUrl } from "#lib/client/api.ts";
import { Button } from "../ui/button.tsx";
import { Input, Select } from "../ui/field.tsx";

const PAUSE_MS = 250;

export type FilterField =
  | { kind: "choice"; name: string; label: string; any: string; options: (readonly [value: string, words: string])[] }
  | { kind: "day"; name: string; label: string };

interface ListFiltersProps {
  path: string;
  /** What is asked for besides: the sort, the state. Stays as it is. */
  kept: Record<string, string | undefined>;
  values: Record<string, string | undefined>;
  search: string;
  fields: FilterField[];
}

/** What a list shows, in its address: a filtered list can be kept and sent. */
export function ListFilters({ path, kept, values, search, fields }: ListFiltersProps) {
  const t = useTranslations("filters");
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const names = ["q", ...fields.map(({ name }) => name)];
  // What was chosen elsewhere (a link, the way back) is shown; what is being typed is left alone.
  const shown = names.map((name) => values[name] ?? "").join("\n");
  useEffect(() => {
    if (timer.current !== undefined) return;
    const texts = shown.split("\n");
    for (const [index, field] of controls(form.current).entries())
      if (field !== document.activeElement) field.value = texts[index] ?? "";
  }, [shown]);

  function apply(afterMs: number) {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      timer.current = undefined;
      const asked = Object.fromEntries(controls(form.current).map(({ name, value }) => [name, value.trim()]));
      router.replace(apiUrl(path, { ...kept, ...asked }), { scroll: false });
    }, afterMs);
  }

  return (
    <search>
      <form
        ref={form}
        action={path}
        className="grid grid-cols-2 gap-2 sm:flex sm:flex-wrap sm:items-center"
        onSubmit={(event) => {
          event.preventDefault();
          apply(0);
        }}
        onChange={(event) => apply((event.target as HTMLElement).matches("[type=search]") ? PAUSE_MS : 0)}
      >
        <div className="relative max-sm:col-span-2 sm:min-w-64 sm:flex-1">
          <Search aria-hidden="true" className="pointer-events-none absolute start-3 top-3 size-4 text-ink-3" />
          <Input
            data-filter
            type="search"
            name="q"
            dir="auto"
            aria-label={search}
            placeholder={search}
            defaultValue={values.q ?? ""}
            maxLength={200}
            className="ps-9 text-start placeholder:text-start"
          />
        </div>
        {fields.map((field) => (
          <Filter key={field.name} field={field} value={values[field.name] ?? ""} />
        ))}
        {names.some((name) => values[name]) ? (
          <Button
            look="bare"
            className="max-sm:col-span-2"
            onClick={() => {
              for (const field of controls(form.current)) field.value = "";
              apply(0);
            }}
          >
            <X aria-hidden="true" />
            {t("clear")}
          </Button>
        ) : null}
      </form>
    </search>
  );
}

function Filter({ field, value }: { field: FilterField; value: string }) {
  switch (field.kind) {
    case "choice":
      return (
        <Select data-filter name={field.name} aria-label={field.label} defaultValue={value} className="sm:w-auto">
          <option value="">{field.any}</option>
          {field.options.map(([option, words]) => (
            <option key={option} value={option}>
              {words}
            </option>
          ))}
        </Select>
      );
    case "day":
      return (
        // biome-ignore lint/a11y/noLabelWithoutControl: the input is inside
        <label className="flex items-center gap-1.5 text-ink-2 text-sm max-sm:grid max-sm:gap-0.5">
          <span className="whitespace-nowrap">{field.label}</span>
          <Input data-filter type="date" name={field.name} dir="ltr" defaultValue={value} className="sm:w-auto" />
        </label>
      );
    default:
      return field satisfies never;
  }
}

function controls(form: HTMLFormElement | null): (HTMLInputElement | HTMLSelectElement)[] {
  return [...(form?.querySelectorAll<HTMLInputElement | HTMLSelectElement>("[data-filter]") ?? [])];
}
