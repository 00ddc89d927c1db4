/** What a model writes in Markdown, as a message: in WhatsApp's own marks, or in none where there are none (SMS). */
import type { Channel } from "../messaging/schemas/channel.ts";
import { withoutMarks } from "../messaging/schemas/whatsapp-marks.ts";

const CODE_FENCE = /^[ \t]*(?:`{3,}|~{3,})[\w-]*[ \t]*(?:\n|$)/gm;
const CODE = /(`+)([^`\n]+)\1/g;
const NAMED_LINK = /!?\[([^\]\n]*)\]\(\s*<?((?:[^()\s<>]|\([^()\s]*\))*)>?(?:\s+"[^"\n]*")?\s*\)/g;
const BARE_LINK =
  /(?:(?:https?:\/\/|www\.)[^\s<>"]+?|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?<![\w@.-])[a-z\d][a-z\d-]*(?:\.[a-z\d-]+)*\.[a-z]{2,}\/[^\s<>"]*?)(?=[.,;:!?)\]*_~]*(?:\s|$|[<>"]))/gi;
const RULE = /^[ \t]*(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})$/gm;
const HEADING = /^[ \t]*#{1,6}[ \t]+(.+?)[ \t]*#*$/gm;
const LIST_ITEM = /^([ \t]*)[-*+•–][ \t]+(?:\[[ xX]\][ \t]+)?/gm;
const BOLD = /\*{3}(?=\S)(.+?)(?<=\S)\*{3}|(\*\*|__)(?=\S)(.+?)(?<=\S)\2/g;
const STRUCK = /~~(?=\S)(.+?)(?<=\S)~~/g;

/** Lines, lists, links and emoji stay; a link is written out, since nothing else can be clicked on. */
export function toMessageMarks(markdown: string, channel: Channel): string {
  const plain = channel === "sms";
  const links: string[] = [];
  const text = markdown
    .replace(CODE_FENCE, "")
    .replace(CODE, "$2")
    .replace(NAMED_LINK, (_, words: string, address: string) => writtenOut(words, address))
    .replace(/<((?:https?:\/\/|mailto:)[^<>\s]+)>/g, "$1")
    // No mark is looked for in an address: many have _ in them.
    .replace(BARE_LINK, (link) => `${HELD}${links.push(link) - 1}${HELD}`)
    .replace(/<br\s*\/?>/gi, "\n")
    .replace(/<\/?[a-z][^<>]*>/gi, "")
    .replace(RULE, "")
    .replace(HEADING, (_, words: string) => marked("*", words.replace(/\*\*|__/g, ""), plain))
    .replace(LIST_ITEM, plain ? "$1- " : "$1• ")
    .replace(BOLD, (whole, most: string | undefined, _, words: string | undefined, at: number, all: string) =>
      marked("*", most ?? words ?? "", plain || isWithinWord(all, at, whole.length)),
    )
    .replace(STRUCK, (whole, words: string, at: number, all: string) =>
      marked("~", words, plain || isWithinWord(all, at, whole.length)),
    );
  return (plain ? withoutMarks(text) : text)
    .replace(new RegExp(`${HELD}(\\d+)${HELD}`, "g"), (_, index: string) => links[Number(index)] ?? "")
    .replace(/[ \t]+/g, " ")
    .replace(/ *\n */g, "\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}

/** Of Unicode's private use: stands for an address until the marks are done. */
const HELD = "\ue000";

function writtenOut(words: string, address: string): string {
  const link = address.replace(/^(?:mailto|tel):/i, "");
  const name = words.replace(/[*_]{2}/g, "").trim();
  if (link === "" || name === "") return link || name;
  if (bare(name) === bare(link)) return link;
  return name.endsWith(":") ? `${name} ${link}` : `${name}: ${link}`;
}

function bare(link: string): string {
  return link
    .toLowerCase()
    .replace(/^https?:\/\/(?:www\.)?|^www\./, "")
    .replace(/\/$/, "");
}

/** An address within marks would have them at its end. */
function marked(mark: "*" | "~", words: string, plain: boolean): string {
  return plain || words.includes(HELD) ? words : `${mark}${words.replaceAll(mark, "")}${mark}`;
}

/** WhatsApp shows a mark in the middle of a word as it is: "ב**חולון**". */
function isWithinWord(all: string, at: number, length: number): boolean {
  return /[\p{L}\p{N}]$/u.test(all.slice(0, at)) || /^[\p{L}\p{N}]/u.test(all.slice(at + length));
}
