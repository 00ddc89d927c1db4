"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { connectWhatsapp } from "#lib/client/whatsapp.ts";
import { toE164 } from "#lib/hebrew/phone.ts";
import { Button } from "../../ui/button.tsx";
import { Field, Input } from "../../ui/field.tsx";

interface PairByCodeProps {
  busy: boolean;
  run: (work: () => Promise<unknown>) => Promise<void>;
}

/** For a phone whose camera is not at hand: its number is typed here, and the code that comes is typed into it. */
export function PairByCode({ busy, run }: PairByCodeProps) {
  const t = useTranslations("whatsapp");
  const [number, setNumber] = useState("");
  const phone = toE164(number);
  return (
    <form
      className="flex flex-wrap items-end gap-2 border-line border-t pt-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (phone) void run(() => connectWhatsapp({ phone }));
      }}
    >
      <Field label={t("phoneNumber")} hint={t("phoneNumberHint")} className="w-full sm:w-auto sm:min-w-64">
        {(tied) => (
          <Input
            {...tied}
            value={number}
            onChange={({ target }) => setNumber(target.value)}
            type="tel"
            dir="ltr"
            autoComplete="tel"
            className="text-start rtl:text-end"
          />
        )}
      </Field>
      <Button type="submit" disabled={busy || phone === null}>
        {t("getCode")}
      </Button>
    </form>
  );
}
