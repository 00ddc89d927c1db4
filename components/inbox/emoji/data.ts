import type { EmojiPickerRootProps } from "frimousse";
import { emojiRows } from "./rows.ts";

type Resolver = NonNullable<EmojiPickerRootProps["resolveEmojiData"]>;
export type EmojiData = Awaited<ReturnType<Resolver>>;

/** All emojis for the picker, out of our own code. `groups` are the names of the groups, in the page's language. */
export function emojiData(locale: string, groups: Record<number, string>): EmojiData {
  return {
    locale,
    emojis: emojiRows.split("\n").map((row) => {
      const [emoji = "", group = "", label = "", words = ""] = row.split("\t");
      return { emoji, category: Number(group), label, version: 1, tags: words.split("|") };
    }),
    categories: Object.entries(groups).map(([index, label]) => ({ index: Number(index), label })),
    skinTones: { light: "", "medium-light": "", medium: "", "medium-dark": "", dark: "" },
  };
}
