"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { toast } from "sonner";
import { type HoursInput, hoursInput, weekdays } from "#lib/businesses/schemas.ts";
import { ApiError } from "#lib/client/api-error.ts";
import { saveSettings } from "#lib/client/settings.ts";
import { useUnsaved } from "./unsaved-guard.tsx";

type Hours = HoursInput["openingHours"];
type Weekday = (typeof weekdays)[number];

/** The opening hours while they are being changed: nested, so no ordinary form. */
export function useHours(saved: Hours) {
  const t = useTranslations("settings");
  const router = useRouter();
  // Nothing is kept here until something is changed: what somebody else saves shows by itself.
  const [edited, setEdited] = useState<Hours | null>(null);
  const [errors, setErrors] = useState<Partial<Record<string, string>>>({});
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const hours = edited ?? saved;
  const dirty = inWords(hours) !== inWords(saved);
  useUnsaved(dirty);

  async function save() {
    const parsed = hoursInput.safeParse({ openingHours: hours });
    if (!parsed.success) {
      setErrors(Object.fromEntries(parsed.error.issues.map((issue) => [String(issue.path[1]), issue.message])));
      return;
    }
    setErrors({});
    setProblem(null);
    setBusy(true);
    try {
      await saveSettings("hours", parsed.data);
      toast.success(t("saved"));
      router.refresh();
    } catch (error) {
      setProblem(error instanceof ApiError ? error.message : String(error));
    }
    setBusy(false);
  }

  return {
    hours,
    setDay: (day: Weekday, spans: NonNullable<Hours[Weekday]>) => setEdited({ ...hours, [day]: spans }),
    errorOf: (day: Weekday) => errors[day] ?? null,
    state: {
      dirty,
      busy,
      problem,
      onSubmit: () => void save(),
      onDiscard: () => {
        setErrors({});
        setProblem(null);
        setEdited(null);
      },
    },
  };
}

/** For comparing: the database keeps neither the order of keys nor the days without hours. */
function inWords(hours: Hours): string {
  return weekdays.map((day) => (hours[day] ?? []).map(({ from, to }) => `${from}-${to}`).join(" ")).join(",");
}
