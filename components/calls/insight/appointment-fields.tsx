"use client";
import { Plus, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { Appointment } from "#lib/calls/schemas/insight.ts";
import { Button } from "../../ui/button.tsx";
import { Field, Input } from "../../ui/field.tsx";

interface AppointmentFieldsProps {
  appointment: Appointment | null;
  /** Whether what is missing is to be named. */
  wrong: boolean;
  onChange: (appointment: Appointment | null) => void;
}

/** What was asked to be arranged, and when, if that was said; or that nothing was. */
export function AppointmentFields({ appointment, wrong, onChange }: AppointmentFieldsProps) {
  const t = useTranslations("insight");
  // The button that was pressed goes away; what comes instead takes the focus.
  const [touched, setTouched] = useState(false);
  function put(changed: Appointment | null) {
    setTouched(true);
    onChange(changed);
  }
  return (
    <fieldset className="grid grid-cols-[minmax(0,1fr)] gap-2">
      <legend className="mb-1.5 font-semibold text-sm">{t("appointment")}</legend>
      {appointment ? (
        <>
          {(["what", "when"] as const).map((field) => (
            <Field
              key={field}
              label={t(`appointment_${field}`)}
              error={wrong && field === "what" && appointment.what.trim() === "" ? t("whatMissing") : undefined}
            >
              {(tied) => (
                <Input
                  {...tied}
                  autoFocus={touched && field === "what"}
                  dir="auto"
                  maxLength={200}
                  value={appointment[field] ?? ""}
                  // Other words were not said in the call: they have no sentence in it.
                  onChange={(event) => onChange({ ...appointment, [field]: event.target.value, turnIndex: null })}
                />
              )}
            </Field>
          ))}
          <Button size="sm" look="bare" onClick={() => put(null)} className="justify-self-start">
            <X aria-hidden="true" />
            {t("removeAppointment")}
          </Button>
        </>
      ) : (
        <Button
          size="sm"
          look="bare"
          autoFocus={touched}
          onClick={() => put({ what: "", when: null, turnIndex: null })}
          className="justify-self-start"
        >
          <Plus aria-hidden="true" />
          {t("addAppointment")}
        </Button>
      )}
    </fieldset>
  );
}
