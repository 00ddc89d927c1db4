import { useTranslations } from "next-intl";
import type { OrderStatus as Status } from "#lib/ordering/schemas/states.ts";
import { Chip, type ChipTone } from "../ui/chip.tsx";

const TONES: Record<Status, ChipTone> = {
  new: "live",
  confirmed: "info",
  packed: "info",
  sent: "brand",
  done: "good",
  cancelled: "plain",
};

/** Where an order stands. */
export function OrderStatus({ status }: { status: Status }) {
  const t = useTranslations("orders");
  return <Chip tone={TONES[status]}>{t(`status_${status}`)}</Chip>;
}
