import { formatMoney } from "#lib/hebrew/money.ts";
import { Ltr } from "../ui/bidi.tsx";

/** A sum in shekels, as the API has it. */
export function Money({ shekels, className }: { shekels: number; className?: string }) {
  return <Ltr className={className}>{formatMoney(Math.round(shekels * 100))}</Ltr>;
}
