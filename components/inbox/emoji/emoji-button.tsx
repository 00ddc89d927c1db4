"use client";
import { Smile } from "lucide-react";
import { useTranslations } from "next-intl";
import { Popover } from "radix-ui";
import { lazy, Suspense, useState } from "react";
import { Button } from "../../ui/button.tsx";

// Two hundred kilobytes of names, for whoever asks for them.
const Picker = lazy(() => import("./picker.tsx"));

interface EmojiButtonProps {
  onChoose: (emoji: string) => void;
  /** After it was closed, however: the focus goes on from here. */
  onClosed: () => void;
}

/** Opens the picker; what is chosen closes it. */
export function EmojiButton({ onChoose, onClosed }: EmojiButtonProps) {
  const t = useTranslations("emoji");
  const [open, setOpen] = useState(false);
  return (
    <Popover.Root open={open} onOpenChange={setOpen}>
      <Popover.Trigger asChild>
        <Button look="bare" size="icon" className="size-11" aria-label={t("open")}>
          <Smile aria-hidden="true" className="size-5!" />
        </Button>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          side="top"
          align="start"
          sideOffset={8}
          collisionPadding={12}
          aria-label={t("open")}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            onClosed();
          }}
          className="z-40 min-h-80 min-w-76 animate-arrive rounded-md border border-line bg-surface-1 shadow-pop"
        >
          <Suspense fallback={<p className="p-4 text-ink-2 text-sm">{t("loading")}</p>}>
            <Picker
              onChoose={(emoji) => {
                onChoose(emoji);
                setOpen(false);
              }}
            />
          </Suspense>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
