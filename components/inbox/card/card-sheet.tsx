"use client";
import { IdCard, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { Button } from "../../ui/button.tsx";
import { Modal } from "../../ui/modal.tsx";

/** The card where there is no room beside the thread: from below on a phone, from the side on what is wider. */
export function CardSheet({ children }: { children: ReactNode }) {
  const t = useTranslations("inbox");
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        look="bare"
        size="icon"
        className="size-11 xl:hidden"
        aria-label={t("openCard")}
        onClick={() => setOpen(true)}
      >
        <IdCard aria-hidden="true" />
      </Button>
      <Modal
        open={open}
        onClose={() => setOpen(false)}
        label={t("card")}
        className="mt-auto mb-0 max-h-[88dvh] w-full max-w-none overflow-y-auto rounded-b-none sm:me-0 sm:mt-0 sm:h-dvh sm:max-h-none sm:w-96 sm:rounded-none"
      >
        <div className="grid gap-2 p-4 pb-[calc(1rem+env(safe-area-inset-bottom))]">
          <Button
            look="bare"
            size="icon"
            className="-mb-2 justify-self-end max-md:size-11"
            aria-label={t("closeCard")}
            onClick={() => setOpen(false)}
          >
            <X aria-hidden="true" />
          </Button>
          {children}
        </div>
      </Modal>
    </>
  );
}
