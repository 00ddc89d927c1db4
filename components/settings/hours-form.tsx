"use client";
import { Plus, X } from "lucide-react";
import { useTranslations } from "next-intl";
import type { HoursInput } from "#lib/businesses/schemas.ts";
import { type SettingsView, weekdays } from "#lib/businesses/schemas.ts";
import { Button } from "../ui/button.tsx";
import { Switch } from "../ui/switch.tsx";
import { ClockInput } from "./clock-input.tsx";
import { SectionForm } from "./section-form.tsx";
import { useHours } from "./use-hours.ts";

type Weekday = (typeof weekdays)[number];
type Span = NonNullable<HoursInput["openingHours"][Weekday]>[number];

const SPANS_A_DAY = 3;
const usual: Span = { from: "09:00", to: "18:00" };

/** When the business is open, day by day, Sunday first. */
export function HoursForm({ settings, writable }: { settings: SettingsView; writable: boolean }) {
  const t = useTranslations();
  const { hours, setDay, errorOf, state } = useHours(settings.openingHours);
  return (
    <SectionForm label={t("settings.hours")} writable={writable} {...state}>
      <p className="text-ink-2 text-sm">{t("hours.intro")}</p>
      <ul className="-my-2">
        {weekdays.map((day) => (
          <li key={day} className="border-line py-3 not-first:border-t">
            <Day
              name={t(`hours.day_${day}`)}
              spans={hours[day] ?? []}
              writable={writable}
              error={errorOf(day)}
              onChange={(spans) => setDay(day, spans)}
            />
          </li>
        ))}
      </ul>
    </SectionForm>
  );
}

interface DayProps {
  name: string;
  spans: Span[];
  writable: boolean;
  error: string | null;
  onChange: (spans: Span[]) => void;
}

function Day({ name, spans, writable, error, onChange }: DayProps) {
  const t = useTranslations("hours");
  const open = spans.length > 0;
  const replace = (at: number, span: Partial<Span>) =>
    onChange(spans.map((old, index) => (index === at ? { ...old, ...span } : old)));
  return (
    <div className="grid grid-cols-[auto_minmax(0,1fr)] items-start gap-x-4 gap-y-2 sm:grid-cols-[auto_7rem_minmax(0,1fr)]">
      <Switch
        checked={open}
        disabled={!writable}
        onCheckedChange={(on) => onChange(on ? [usual] : [])}
        aria-label={t("openDay", { day: name })}
        className="mt-2"
      />
      <span className="py-2 font-semibold text-sm">{name}</span>
      <div className="grid gap-2 max-sm:col-start-2">
        {open ? null : <span className="py-2 text-ink-3 text-sm">{t("closed")}</span>}
        {spans.map((span, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: spans have no identity but their place
          <div key={at} className="flex items-center gap-2 text-ink-2 text-sm">
            <ClockInput
              aria-label={t("from", { day: name })}
              readOnly={!writable}
              value={span.from}
              onChange={(from) => replace(at, { from })}
            />
            {t("until")}
            <ClockInput
              aria-label={t("to", { day: name })}
              readOnly={!writable}
              value={span.to}
              onChange={(to) => replace(at, { to })}
            />
            {writable && spans.length > 1 ? (
              <Button
                look="bare"
                size="icon"
                aria-label={t("removeSpan", { from: span.from, to: span.to, day: name })}
                onClick={() => onChange(spans.filter((_, index) => index !== at))}
              >
                <X aria-hidden="true" />
              </Button>
            ) : null}
            {writable && at === spans.length - 1 && spans.length < SPANS_A_DAY ? (
              <Button
                look="bare"
                size="sm"
                aria-label={t("addSpanTo", { day: name })}
                onClick={() => onChange([...spans, { from: "", to: "" }])}
              >
                <Plus aria-hidden="true" />
                <span className="max-sm:sr-only">{t("addSpan")}</span>
              </Button>
            ) : null}
          </div>
        ))}
        {error ? (
          <p role="alert" className="font-semibold text-live-strong text-xs">
            {error}
          </p>
        ) : null}
      </div>
    </div>
  );
}
