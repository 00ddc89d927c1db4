"use client";
import { FileUp } from "lucide-react";
import { useTranslations } from "next-intl";
import { type DragEvent, type ReactNode, useRef, useState } from "react";

/** Files can be dropped anywhere on what it holds. */
export function DropZone({ onFiles, children }: { onFiles: ((files: File[]) => void) | null; children: ReactNode }) {
  const t = useTranslations("inbox");
  const [over, setOver] = useState(false);
  // Each element below is entered and left by itself.
  const depth = useRef(0);
  const carriesFiles = (event: DragEvent) => onFiles !== null && event.dataTransfer.types.includes("Files");
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keyboard has the button to attach
    <div
      className="relative flex min-h-0 min-w-0 flex-1 flex-col"
      onDragEnter={(event) => {
        if (!carriesFiles(event)) return;
        depth.current += 1;
        setOver(true);
      }}
      onDragLeave={(event) => {
        if (!carriesFiles(event)) return;
        depth.current -= 1;
        if (depth.current <= 0) setOver(false);
      }}
      onDragOver={(event) => {
        if (carriesFiles(event)) event.preventDefault();
      }}
      onDrop={(event) => {
        depth.current = 0;
        setOver(false);
        if (!carriesFiles(event)) return;
        event.preventDefault();
        onFiles?.([...event.dataTransfer.files]);
      }}
    >
      {children}
      {over ? (
        <div className="pointer-events-none absolute inset-2 z-20 grid place-items-center rounded-lg border-2 border-brand border-dashed bg-brand-soft/90 font-semibold text-brand-strong">
          <span className="flex items-center gap-2">
            <FileUp aria-hidden="true" className="size-5" />
            {t("dropHere")}
          </span>
        </div>
      ) : null}
    </div>
  );
}
