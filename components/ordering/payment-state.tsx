import { useTranslations } from "next-intl";
import type { PaymentStatus } from "#lib/payments/schemas/states.ts";
import { Chip, type ChipTone } from "../ui/chip.tsx";

const TONES: Record<PaymentStatus, ChipTone> = {
  open: "warn",
  cancelled: "plain",
  pending: "info",
  paid: "good",
  refunded: "plain",
};

/** Whether an order is paid. */
export function PaymentState({ status }: { status: PaymentStatus }) {
  const t = useTranslations("orders");
  return <Chip tone={TONES[status]}>{t(`payment_${status}`)}</Chip>;
}
