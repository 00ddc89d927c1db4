/**
 * Writes components/inbox/emoji/rows.ts: every emoji with its Hebrew name and the words it is found by, so that the
 * picker asks nobody for them. From two unpacked packages: emojibase-data 17.0.0 (MIT) has order, groups and English
 * words, cldr-annotations-full 48.2.0 (Unicode-3.0) has the Hebrew ones.
 *
 *   node_modules/.bin/node scripts/emoji-rows.ts EMOJIBASE_FOLDER CLDR_FOLDER
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";

/** Newer ones are empty boxes on the phones of today. */
const NEWEST = 15;
/** Skin tones and hair by themselves. */
const COMPONENTS = 2;

const emojis = z.array(
  z.object({
    emoji: z.string(),
    label: z.string(),
    hexcode: z.string(),
    group: z.number().optional(),
    order: z.number().optional(),
    tags: z.array(z.string()).default([]),
    version: z.number(),
  }),
);
const words = z.object({ default: z.array(z.string()).default([]), tts: z.array(z.string()).default([]) });
const hebrew = z.object({ annotations: z.object({ annotations: z.record(z.string(), words) }) });

const [emojibase = "", cldr = ""] = process.argv.slice(2);
const all = emojis.parse(JSON.parse(readFileSync(join(emojibase, "en/data.json"), "utf8")));
const { annotations } = hebrew.parse(
  JSON.parse(readFileSync(join(cldr, "annotations/he/annotations.json"), "utf8")),
).annotations;
const regions = new Intl.DisplayNames(["he"], { type: "region" });

const rows = all
  .filter(({ group, version }) => group !== undefined && group !== COMPONENTS && version <= NEWEST)
  .sort((a, b) => (a.order ?? 0) - (b.order ?? 0))
  .map(({ emoji, label, hexcode, group, tags }) => {
    const known = annotations[emoji] ?? annotations[emoji.replaceAll("\ufe0f", "")];
    const name = known?.tts[0] ?? flagOf(hexcode) ?? label;
    const found = new Set([...(known?.default ?? []), label, ...tags].filter((one) => one !== name));
    return [emoji, group, name, [...found].join("|")].join("\t");
  });

const text = `/** Made by scripts/emoji-rows.ts. A line: the emoji, its group, its name, the words it is found by. */
export const emojiRows = \`${rows.join("\n")}\`;
`;
writeFileSync(join(import.meta.dirname, "../components/inbox/emoji/rows.ts"), text);
console.log(`${rows.length} emojis`);

/** Two letters make a country's flag. */
function flagOf(hexcode: string): string | null {
  const letters = hexcode.split("-").map((code) => Number.parseInt(code, 16) - 0x1f1e6);
  if (letters.length !== 2 || letters.some((letter) => letter < 0 || letter > 25)) return null;
  return `דגל ${regions.of(String.fromCharCode(...letters.map((letter) => letter + 65)))}`;
}
