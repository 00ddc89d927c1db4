"use client";
import { Plus, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { addNumber, removeNumber } from "#lib/client/customers.ts";
import type { CustomerCard } from "#lib/customers/schemas.ts";
import { formatPhone } from "#lib/hebrew/phone.ts";
import { Phone } from "../../ui/bidi.tsx";
import { Button } from "../../ui/button.tsx";
import { Input } from "../../ui/field.tsx";
import { Problem } from "../../ui/problem.tsx";
import { typedKeys } from "../typed-keys.ts";
import { useAction } from "../use-action.ts";

interface NumbersProps {
  customer: Pick<CustomerCard, "id" | "phone" | "phones">;
  writable: boolean;
}

/** The customer's number, and further ones: whoever calls or writes from one of them is known. */
export function Numbers({ customer: { id, phone, phones }, writable }: NumbersProps) {
  const t = useTranslations("inbox");
  const [adding, setAdding] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const { busy, problem, run, setProblem } = useAction();

  function close() {
    setAdding(false);
    setProblem(null);
  }

  async function add() {
    if (await run(() => addNumber({ customerId: id, phone: field.current?.value ?? "" }))) close();
  }

  return (
    <div className="grid gap-1">
      <ul className="grid gap-0.5 text-sm">
        {phone ? (
          <li className="flex min-h-8 items-center">
            <a href={`tel:${phone}`} className="rounded-sm hover:underline">
              <Phone e164={phone} />
            </a>
          </li>
        ) : null}
        {phones.map((further) => (
          <li key={further} className="flex min-h-8 items-center justify-between gap-2">
            <a href={`tel:${further}`} className="rounded-sm hover:underline">
              <Phone e164={further} />
            </a>
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
      {adding ? (
        <div className="flex gap-1.5">
          <Input
            ref={field}
            autoFocus
            type="tel"
            dir="ltr"
            autoComplete="off"
            maxLength={30}
            aria-label={t("newNumber")}
            placeholder="050-123-4567"
            aria-invalid={problem ? true : undefined}
            onKeyDown={typedKeys({ enter: () => void add(), cancel: close })}
            className="text-end"
          />
          <Button look="primary" aria-disabled={busy} onClick={() => void add()}>
            {t("add")}
          </Button>
        </div>
      ) : writable ? (
        <Button look="bare" size="sm" className="-ms-2.5 w-fit" onClick={() => setAdding(true)}>
          <Plus aria-hidden="true" />
          {t("addNumber")}
        </Button>
      ) : null}
      <Problem>{problem}</Problem>
    </div>
  );
}
