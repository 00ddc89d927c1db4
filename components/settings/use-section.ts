"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { type DefaultValues, type FieldValues, type Path, type UseFormReturn, useForm } from "react-hook-form";
import { toast } from "sonner";
import type { z } from "zod";
import { ApiError } from "#lib/client/api-error.ts";
import { type SettingsSection, saveSettings } from "#lib/client/settings.ts";
import { useUnsaved } from "./unsaved-guard.tsx";
import { zodResolver } from "./zod-resolver.ts";

interface Section<V extends FieldValues, T extends FieldValues> {
  form: UseFormReturn<V, unknown, T>;
  /** The properties that SectionForm needs of it. */
  state: { dirty: boolean; busy: boolean; problem: string | null; onSubmit: () => void; onDiscard: () => void };
}

/** What is not about calls. */
const SOON: ReadonlySet<SettingsSection> = new Set(["messages", "ordering"]);

// What somebody else saves meanwhile comes in around what is being typed; saving and discarding replace everything.
const aroundTyping = { keepDirtyValues: true };
const whole = { keepDirtyValues: false, keepFieldsRef: true };

/** A section of the settings as a form: checked by its schema, saved over the API, guarded while unsaved. */
export function useSection<V extends FieldValues, T extends FieldValues>(
  section: SettingsSection,
  schema: z.ZodType<T, V>,
  saved: V,
): Section<V, T> {
  const t = useTranslations("settings");
  const router = useRouter();
  const [problem, setProblem] = useState<string | null>(null);
  const form = useForm<V, unknown, T>({
    resolver: zodResolver(schema),
    defaultValues: saved as DefaultValues<V>,
    values: saved,
    resetOptions: aroundTyping,
  });
  const { isDirty, isSubmitting } = form.formState;
  useUnsaved(isDirty);

  const save = form.handleSubmit(async (values) => {
    setProblem(null);
    try {
      await saveSettings(section, values);
      form.reset(form.getValues(), whole);
      toast.success(t(SOON.has(section) ? "savedNow" : "saved"));
      router.refresh();
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      const fields = Object.entries(error.fields).filter(([name]) => name in saved);
      for (const [name, message] of fields) form.setError(name as Path<V>, { message });
      setProblem(fields.length > 0 ? null : error.message);
    }
  });

  return {
    form,
    state: {
      dirty: isDirty,
      busy: isSubmitting,
      problem,
      onSubmit: () => void save(),
      onDiscard: () => {
        setProblem(null);
        form.reset(saved, whole);
      },
    },
  };
}
