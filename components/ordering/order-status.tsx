import { useTranslations } from "next-intl";
import type { OrderStatus as Status } from "#lib/ordering/schemas/states.ts";
import { Chip, type ChipTone } from "../ui/chip.tsx";

const TONES: Record<Status, ChipTone> = {
  new: "brand",
  confirmed: "info",
  packed: "info",
  sent: "info",
  done: "good",
  cancelled: "plain",
};

/** Where an order stands. */
export function OrderStatus({ status }: { status: Status }) {
  const t = useTranslations("orders");
  return <Chip tone={TONES[status]}>{t(`status_${status}`)}</Chip>;
}
