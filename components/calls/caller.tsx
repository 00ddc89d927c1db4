import { useTranslations } from "next-intl";
import type { CallView } from "#lib/calls/schemas/views.ts";
import { formatPhone } from "#lib/hebrew/phone.ts";
import { Phone, Said } from "../ui/bidi.tsx";

type Who = Pick<CallView, "customerName" | "from" | "to" | "direction">;

/** The other side's number: who called us, or whom we called. Null when it was withheld. */
export function otherNumber(call: Who): string | null {
  return call.direction === "in" ? call.from : call.to;
}

/** The other side in plain text: a name, else a number, else `withheld`. */
export function callerName(call: Who, withheld: string): string {
  const number = otherNumber(call);
  return call.customerName ?? (number ? formatPhone(number) : withheld);
}

/** The other side: a name, else a number. */
export function Caller({ call }: { call: Who }) {
  const t = useTranslations("calls");
  const number = otherNumber(call);
  if (call.customerName) return <Said>{call.customerName}</Said>;
  return number ? <Phone e164={number} /> : t("unknownCaller");
}
