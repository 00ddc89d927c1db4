"use client";
import { Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { addNumber, removeNumber } from "#lib/client/customers.ts";
import type { CustomerCard } from "#lib/customers/schemas.ts";
import { formatPhone } from "#lib/hebrew/phone.ts";
import { Phone } from "../../ui/bidi.tsx";
import { Button } from "../../ui/button.tsx";
import { Problem } from "../../ui/problem.tsx";
import { useAction } from "../../ui/use-action.ts";
import { AddOne } from "./add-one.tsx";

interface NumbersProps {
  customer: Pick<CustomerCard, "id" | "phone" | "phones">;
  writable: boolean;
}

/** The customer's number, and further ones: whoever calls or writes from one of them is known. */
export function Numbers({ customer: { id, phone, phones }, writable }: NumbersProps) {
  const t = useTranslations("inbox");
  const { problem, run } = useAction();
  return (
    <div className="grid gap-1">
      <ul className="grid gap-0.5 text-sm">
        {phone ? (
          <li className="flex min-h-8 items-center">
            <Dial phone={phone} />
          </li>
        ) : null}
        {phones.map((further) => (
          <li key={further} className="flex min-h-8 items-center justify-between gap-2">
            <Dial phone={further} />
            {writable ? (
              <Button
                look="bare"
                size="icon"
                className="-my-1"
                aria-label={t("removeNumber", { phone: formatPhone(further) })}
                onClick={() => void run(() => removeNumber(id, further))}
              >
                <Trash2 aria-hidden="true" />
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {writable ? (
        <AddOne
          opener={t("addNumber")}
          label={t("newNumber")}
          field={{ type: "tel", dir: "ltr", maxLength: 30, placeholder: "050-123-4567", className: "text-end" }}
          onAdd={(typed) => addNumber({ customerId: id, phone: typed })}
        />
      ) : null}
      <Problem>{problem}</Problem>
    </div>
  );
}

function Dial({ phone }: { phone: string }) {
  return (
    <a href={`tel:${phone}`} className="rounded-sm hover:underline">
      <Phone e164={phone} />
    </a>
  );
}
