"use client";
import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { updateCustomer } from "#lib/client/customers.ts";
import type { CustomerCard as Customer, UpdateCustomerInput } from "#lib/customers/schemas.ts";
import { Avatar } from "../../ui/avatar.tsx";
import { Said } from "../../ui/bidi.tsx";
import { InPlace } from "../../ui/in-place.tsx";
import { TagEditor } from "../tag-editor.tsx";
import { Consent } from "./consent.tsx";
import { Numbers } from "./numbers.tsx";
import { CardSection } from "./section.tsx";

interface CustomerCardProps {
  customer: Customer;
  writable: boolean;
  /** Sections: everything else that we have had to do with them. */
  children: ReactNode;
}

/** Who it is; everything is changed where it stands. */
export function CustomerCard({ customer, writable, children }: CustomerCardProps) {
  const t = useTranslations("inbox");
  const format = useFormatter();
  const { id, name, tags, notes, createdAt } = customer;
  const change = (changes: Omit<UpdateCustomerInput, "customerId">) => updateCustomer({ customerId: id, ...changes });
  const title = (
    <p className="min-h-6 font-bold [overflow-wrap:anywhere]">{name ? <Said>{name}</Said> : t("noName")}</p>
  );
  const noted = notes ? (
    <p className="whitespace-pre-wrap text-sm [overflow-wrap:anywhere]">
      <Said>{notes}</Said>
    </p>
  ) : (
    <p className="text-ink-3 text-sm">{t("noNotes")}</p>
  );
  return (
    <div className="grid content-start gap-4">
      <div className="flex items-start gap-3">
        <Avatar name={name} className="size-11 text-sm" />
        <div className="grid min-w-0 flex-1">
          {writable ? (
            <InPlace label={t("name")} value={name ?? ""} maxLength={120} onSave={(text) => change({ name: text })}>
              {title}
            </InPlace>
          ) : (
            title
          )}
          <p className="text-ink-3 text-xs">
            {t("customerSince")}{" "}
            {format.dateTime(new Date(createdAt), { day: "numeric", month: "long", year: "numeric" })}
          </p>
        </div>
      </div>
      <Numbers customer={customer} writable={writable} />
      {writable || tags.length > 0 ? (
        <TagEditor tags={tags} label={t("customerTags")} writable={writable} onSave={(all) => change({ tags: all })} />
      ) : null}
      <Consent customer={customer} writable={writable} />
      <CardSection title={t("notes")}>
        {writable ? (
          <InPlace label={t("notes")} value={notes} maxLength={5000} long onSave={(text) => change({ notes: text })}>
            {noted}
          </InPlace>
        ) : (
          noted
        )}
      </CardSection>
      {children}
    </div>
  );
}
