"use client";
import { type ReactNode, useEffect, useRef } from "react";
import { cn } from "./cn.ts";

interface ModalProps {
  open: boolean;
  onClose: () => void;
  /** What it is called; or the id of the element that says it. */
  label?: string;
  labelledBy?: string;
  describedBy?: string;
  /** `alertdialog` for a question that has to be answered. */
  role?: "dialog" | "alertdialog";
  className?: string;
  children: ReactNode;
}

/**
 * A layer over the page. The browser's own: it keeps the focus, closes by Esc and puts the page behind out of reach. That
 * Esc is meant for the layer alone: what it stands in must not hear it too.
 */
export function Modal({ open, onClose, label, labelledBy, describedBy, role, className, children }: ModalProps) {
  const dialog = useRef<HTMLDialogElement>(null);

  useEffect(() => {
    const layer = dialog.current;
    if (!layer || layer.open === open) return;
    if (!open) return layer.close();
    layer.showModal();
    layer.querySelector<HTMLElement>("[data-focus-first]")?.focus();
  }, [open]);

  return (
    <dialog
      ref={dialog}
      role={role}
      aria-label={label}
      aria-labelledby={labelledBy}
      aria-describedby={describedBy}
      onClose={onClose}
      onKeyDown={(event) => {
        if (event.key === "Escape") event.stopPropagation();
      }}
      onClick={(event) => {
        if (event.target === event.currentTarget) onClose();
      }}
      className={cn(
        "mx-auto mt-[12vh] w-[calc(100%-2rem)] overflow-hidden rounded-lg border border-line bg-surface-1 p-0 text-ink shadow-pop backdrop:bg-veil open:animate-arrive",
        className,
      )}
    >
      {open ? children : null}
    </dialog>
  );
}
