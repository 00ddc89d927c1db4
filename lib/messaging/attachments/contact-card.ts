/** Contacts that somebody sends: names and numbers out of vCards. No other line of a card is read. */
import { cut } from "../../hebrew/cut.ts";
import type { MessageContent } from "../schemas/content.ts";

type Contact = (MessageContent & { kind: "contact" })["contacts"][number];

/** No more contacts of one message are kept. */
export const MOST_CONTACTS = 20;
const MOST_PHONES = 10;
const LONGEST_NAME = 200;
const LONGEST_PHONE = 100;

const NAME = /^(?:[\w-]+\.)?FN(?:;[^:]*)?:(.*)$/i;
const PHONE = /^(?:[\w-]+\.)?TEL(?:;[^:]*)?:(?:tel:)?(.*)$/i;

/** The contacts in a file of one or more vCards; a card with neither name nor number is none. */
export function contactsIn(file: string): Contact[] {
  return file
    .split(/^BEGIN:VCARD/im)
    .slice(1, MOST_CONTACTS + 1)
    .map((card) => contactOf(card))
    .filter(({ name, phones }) => name !== "" || phones.length > 0);
}

/** One vCard; `called` is what its sender calls it, and goes before the name in it. */
export function contactOf(card: string, called = ""): Contact {
  // A line that begins with a blank goes on with the one before it.
  const lines = card.replace(/\r?\n[ \t]/g, "").split(/\r?\n/);
  const [name = ""] = valuesOf(lines, NAME);
  return {
    name: cut(called || name, LONGEST_NAME),
    phones: valuesOf(lines, PHONE)
      .slice(0, MOST_PHONES)
      .map((phone) => cut(phone, LONGEST_PHONE)),
  };
}

function valuesOf(lines: readonly string[], field: RegExp): string[] {
  return lines.flatMap((line) => {
    const value = field
      .exec(line)?.[1]
      ?.replace(/\\([,;\\])/g, "$1")
      .trim();
    return value ? [value] : [];
  });
}
