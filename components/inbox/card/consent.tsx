"use client";
import { useTranslations } from "next-intl";
import { useId } from "react";
import { updateCustomer } from "#lib/client/customers.ts";
import { type CustomerCard, marketingConsent, marketingConsents } from "#lib/customers/schemas.ts";
import { When } from "../../format/when.tsx";
import { Said } from "../../ui/bidi.tsx";
import { Chip } from "../../ui/chip.tsx";
import { Select } from "../../ui/field.tsx";
import { Problem } from "../../ui/problem.tsx";
import { useAction } from "../../ui/use-action.ts";

interface ConsentProps {
  customer: Pick<CustomerCard, "id" | "marketing" | "consent">;
  writable: boolean;
}

/** Whether they may be sent marketing, since when, and who wrote that down. */
export function Consent({ customer: { id, marketing, consent }, writable }: ConsentProps) {
  const t = useTranslations("inbox");
  const { busy, problem, run } = useAction();
  const field = useId();
  return (
    <div className="grid gap-1">
      <div className="flex items-center justify-between gap-3 text-sm">
        <label htmlFor={writable ? field : undefined} className="text-ink-3">
          {t("consent")}
        </label>
        {writable ? (
          <Select
            id={field}
            value={marketing}
            disabled={busy}
            onChange={(event) => {
              const chosen = marketingConsent.parse(event.target.value);
              void run(() => updateCustomer({ customerId: id, marketing: chosen }));
            }}
            className="w-36"
          >
            {marketingConsents.map((one) => (
              <option key={one} value={one}>
                {t(`consent_${one}`)}
              </option>
            ))}
          </Select>
        ) : (
          <Chip tone={marketing === "granted" ? "good" : marketing === "refused" ? "warn" : "plain"}>
            {t(`consent_${marketing}`)}
          </Chip>
        )}
      </div>
      {consent ? (
        <p className="text-ink-3 text-xs">
          {consent.by === "customer" ? t("consentByCustomer") : <Said>{consent.staffName ?? t("staff")}</Said>}
          {" · "}
          <When at={consent.at} />
        </p>
      ) : null}
      <Problem>{problem}</Problem>
    </div>
  );
}
