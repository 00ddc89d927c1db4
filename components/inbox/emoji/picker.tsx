"use client";
import { EmojiPicker, type EmojiPickerListComponents } from "frimousse";
import { useTranslations } from "next-intl";
import { cn } from "../../ui/cn.ts";
import { emojiData } from "./data.ts";

const parts: EmojiPickerListComponents = {
  CategoryHeader: ({ category, ...props }) => (
    <div {...props} className="bg-surface-1 px-3 py-1.5 font-semibold text-ink-2 text-xs">
      {category.label}
    </div>
  ),
  Row: (props) => <div {...props} className="px-2" />,
  Emoji: ({ emoji, ...props }) => (
    <button
      type="button"
      aria-label={emoji.label}
      {...props}
      className={cn("grid size-9 place-items-center rounded-sm text-xl", emoji.isActive && "bg-surface-2")}
    >
      {emoji.emoji}
    </button>
  ),
};

/** Every emoji, found by its Hebrew or English name; arrows walk, Enter takes. */
export default function Picker({ onChoose }: { onChoose: (emoji: string) => void }) {
  const t = useTranslations("emoji");
  const groups = Object.fromEntries(
    ([0, 1, 3, 4, 5, 6, 7, 8, 9] as const).map((group) => [group, t(`group_${group}`)]),
  );
  return (
    <EmojiPicker.Root
      locale="he"
      columns={8}
      resolveEmojiData={(locale) => emojiData(locale, groups)}
      onEmojiSelect={({ emoji }) => onChoose(emoji)}
      className="flex h-80 w-76 flex-col"
    >
      <EmojiPicker.Search
        autoFocus
        dir="auto"
        aria-label={t("search")}
        placeholder={t("search")}
        className="m-2 rounded-md bg-surface-2 px-3 py-2 text-sm text-start"
      />
      <EmojiPicker.Viewport tabIndex={0} aria-label={t("all")} className="relative flex-1 outline-none">
        <EmojiPicker.Loading className="absolute inset-0 grid place-items-center text-ink-2 text-sm">
          {t("loading")}
        </EmojiPicker.Loading>
        <EmojiPicker.Empty className="absolute inset-0 grid place-items-center text-ink-2 text-sm">
          {t("none")}
        </EmojiPicker.Empty>
        <EmojiPicker.List className="select-none pb-2" components={parts} />
      </EmojiPicker.Viewport>
    </EmojiPicker.Root>
  );
}
