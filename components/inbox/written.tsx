import { tokenize } from "linkifyjs";
import { memo, type ReactNode } from "react";
import { withoutInvisible, withoutOverrides } from "#lib/hebrew/bidi.ts";
import type { Channel } from "#lib/messaging/schemas/channel.ts";
import { partsByMark, type WhatsappMark } from "#lib/messaging/schemas/whatsapp-marks.ts";
import { Said } from "../ui/bidi.tsx";

interface Address {
  words: string;
  href: string;
}

/**
 * The words of a message as its reader sees them: addresses can be followed, and WhatsApp's marks are bold, italic, struck.
 * Kept as it is while somebody writes beside it: to look for addresses takes its time.
 */
export const Written = memo(function Written({ text, channel }: { text: string; channel: Channel }) {
  const { held, addresses } = holdAddresses(withoutOverrides(text).replaceAll(HELD, ""));
  const parts = channel === "sms" ? [{ words: held, mark: null }] : partsByMark(held);
  return (
    <Said>
      {parts.map(({ words, mark }, place) => {
        const inside = withAddresses(words, addresses);
        const Tag = mark === null ? null : TAGS[mark];
        // biome-ignore lint/suspicious/noArrayIndexKey: a part is nothing but its place in the text
        return Tag === null ? inside : <Tag key={place}>{inside}</Tag>;
      })}
    </Said>
  );
});

const TAGS = { "*": "strong", _: "em", "~": "s" } as const satisfies Record<WhatsappMark, string>;

/** Of Unicode's private use: stands around the place of an address while marks are looked for, since many have _ in them. */
const HELD = "\ue000";

function holdAddresses(text: string): { held: string; addresses: Address[] } {
  const addresses: Address[] = [];
  let held = "";
  for (const token of tokenize(text)) {
    const words = token.toString();
    if (!token.isLink) {
      held += words;
      continue;
    }
    // "ב-nadlan.co.il" is a word before an address, not a domain in Hebrew.
    const before = /^\p{Script=Hebrew}+-?(?=\p{Script=Latin})/u.exec(words)?.[0] ?? "";
    const behind = closingMark(words, held);
    const whole = token.toHref("https").replace(before, "");
    const href = hrefOf(whole.slice(0, whole.length - behind.length));
    if (href === null) held += words;
    else {
      addresses.push({ words: words.slice(before.length, words.length - behind.length), href });
      held += `${before}${HELD}${addresses.length - 1}${HELD}${behind}`;
    }
  }
  return { held, addresses };
}

/** The mark at the end of an address that closes one on its line before it: "*https://example.com*". */
function closingMark(words: string, before: string): string {
  const mark = words.at(-1) ?? "";
  if (!(mark in TAGS)) return "";
  const line = before.slice(before.lastIndexOf("\n") + 1);
  return line.split(mark).length % 2 === 0 ? mark : "";
}

/** Null of what is no address of the web, nor of a mailbox: a customer's "javascript:" is none. */
function hrefOf(found: string): string | null {
  const href = withoutInvisible(found);
  return /^(?:https?:\/\/|mailto:)/i.test(href) && URL.canParse(href) ? href : null;
}

/** Words with their addresses in place again. */
function withAddresses(words: string, addresses: readonly Address[]): ReactNode {
  return words.split(HELD).map((part, place) => {
    const address = place % 2 === 1 ? addresses[Number(part)] : undefined;
    if (address === undefined) return part;
    return (
      // Isolated and left to right: the parts of an address with Hebrew in it would change places.
      <a
        // biome-ignore lint/suspicious/noArrayIndexKey: a part is nothing but its place in the text
        key={place}
        dir="ltr"
        href={address.href}
        target="_blank"
        rel="noopener noreferrer nofollow"
        className="text-brand-strong underline underline-offset-2"
      >
        {address.words}
      </a>
    );
  });
}
