"use client";
import { type ReactNode, useId } from "react";
import { Button } from "./button.tsx";
import { Modal } from "./modal.tsx";

interface ConfirmProps {
  open: boolean;
  title: string;
  children: ReactNode;
  confirmLabel: string;
  cancelLabel: string;
  onConfirm: () => void;
  onCancel: () => void;
}

/** A question before something that cannot be taken back. Esc is "no", and "no" comes first. */
export function Confirm({ open, title, children, confirmLabel, cancelLabel, onConfirm, onCancel }: ConfirmProps) {
  const id = useId();
  return (
    <Modal
      open={open}
      onClose={onCancel}
      role="alertdialog"
      labelledBy={`${id}-title`}
      describedBy={`${id}-text`}
      className="mt-[22vh] max-w-md"
    >
      <div className="grid gap-3 p-5">
        <h2 id={`${id}-title`} className="font-bold text-lg">
          {title}
        </h2>
        <p id={`${id}-text`} className="text-ink-2 text-sm">
          {children}
        </p>
        <div className="mt-2 flex flex-wrap justify-end gap-2">
          <Button onClick={onCancel}>{cancelLabel}</Button>
          <Button look="danger" onClick={onConfirm}>
            {confirmLabel}
          </Button>
        </div>
      </div>
    </Modal>
  );
}
