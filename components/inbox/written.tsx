import { tokenize } from "linkifyjs";
import type { ReactNode } from "react";
import { withoutOverrides } from "#lib/hebrew/bidi.ts";
import type { Channel } from "#lib/messaging/schemas/channel.ts";
import { partsByMark, type WhatsappMark } from "#lib/messaging/schemas/whatsapp-marks.ts";
import { Said } from "../ui/bidi.tsx";

/** The words of a message as its reader sees them: addresses can be followed, and WhatsApp's marks are bold, italic, struck. */
export function Written({ text, channel }: { text: string; channel: Channel }) {
  return (
    <Said>
      {addressesIn(withoutOverrides(text)).map(({ key, words, href }) =>
        href === null ? (
          <Marked key={key} text={words} channel={channel} />
        ) : (
          // Alone to the left: the path of an address would change sides with Hebrew in it.
          <a
            key={key}
            dir="ltr"
            href={href}
            target="_blank"
            rel="noopener noreferrer nofollow"
            className="text-brand-strong underline underline-offset-2"
          >
            {words}
          </a>
        ),
      )}
    </Said>
  );
}

function Marked({ text, channel }: { text: string; channel: Channel }): ReactNode {
  if (channel === "sms") return text;
  return partsByMark(text).map(({ words, mark }, place) => {
    const Tag = mark === null ? null : TAGS[mark];
    // biome-ignore lint/suspicious/noArrayIndexKey: a part is nothing but its place in the text
    return Tag === null ? words : <Tag key={place}>{words}</Tag>;
  });
}

const TAGS = { "*": "strong", _: "em", "~": "s" } as const satisfies Record<WhatsappMark, string>;

/** `href` is null of what is no address of the web, nor of a mailbox: a customer's "javascript:" is none. */
function addressesIn(text: string): { key: number; words: string; href: string | null }[] {
  const parts: { key: number; words: string; href: string | null }[] = [];
  const add = (key: number, words: string, href: string | null) => {
    const last = parts.at(-1);
    if (href === null && last?.href === null) last.words += words;
    else if (words !== "") parts.push({ key, words, href });
  };
  for (const token of tokenize(text)) {
    const words = token.toString();
    // "ב-nadlan.co.il" is a word before an address, not a domain in Hebrew.
    const before = /^\p{Script=Hebrew}+-(?=\p{Script=Latin})/u.exec(words)?.[0] ?? "";
    const href = token.isLink ? safe(token.toHref("https").replace(before, "")) : null;
    if (href !== null) add(token.startIndex(), before, null);
    add(token.startIndex() + before.length, href === null ? words : words.slice(before.length), href);
  }
  return parts;
}

function safe(href: string): string | null {
  return /^(?:https?:\/\/|mailto:)/i.test(href) ? href : null;
}
