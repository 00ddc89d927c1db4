import { MapPin, StickyNote, UserRound } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { isSeen } from "#lib/hebrew/bidi.ts";
import type { Channel } from "#lib/messaging/schemas/channel.ts";
import { quotedOf } from "#lib/messaging/schemas/quoted-of.ts";
import { smsSegments } from "#lib/messaging/schemas/sms-segments.ts";
import type { MessageView, QuotedMessage } from "#lib/messaging/schemas/views.ts";
import { TemplateMark } from "../templates/template-mark.tsx";
import { Ltr, Phone, Said } from "../ui/bidi.tsx";
import { cn } from "../ui/cn.ts";
import { Attachment } from "./attachment.tsx";
import { Delivery } from "./delivery.tsx";
import { Quote } from "./quote.tsx";
import { canBeAnswered, ReplyButton } from "./reply-button.tsx";
import { Written } from "./written.tsx";

interface MessageBubbleProps {
  message: MessageView;
  /** Where the message that this one answers stands, when it is among those shown. */
  quotedHref: string | undefined;
  /** The channel it was written on; `elsewhere`: that is not the one that is looked at. */
  channel: Channel;
  elsewhere: boolean;
  writable: boolean;
  onReply: ((answered: QuotedMessage) => void) | null;
}

/** One message: the customer's begins at the start, ours ends at the end, a note to colleagues looks like none of them. */
export function MessageBubble(props: MessageBubbleProps) {
  const { message, quotedHref, channel, elsewhere, writable, onReply } = props;
  const t = useTranslations("inbox");
  const { direction, quoted, content, deleted, body, transcript, attachments, reactions } = message;
  const ours = direction === "out";
  const note = content.kind === "note";
  const blank = !isSeen(body);
  return (
    <li
      id={`m-${message.id}`}
      className={cn(
        "group relative grid max-w-[86%] gap-1 sm:max-w-[72%]",
        ours ? "justify-items-end self-end" : "justify-items-start self-start",
      )}
    >
      <div
        className={cn(
          "grid gap-1.5 rounded-lg px-3.5 py-2.5 [overflow-wrap:anywhere]",
          note
            ? "border border-warn/40 border-dashed bg-warn-soft"
            : ours
              ? "rounded-se-xs bg-brand-soft"
              : "rounded-ss-xs bg-surface-1 shadow-card",
        )}
      >
        <span className="sr-only">{t(note ? "note" : ours ? "ours" : "customers")}</span>
        {note ? (
          <span className="flex items-center gap-1.5 font-semibold text-warn text-xs">
            <StickyNote aria-hidden="true" className="size-3.5" />
            {t("note")}
          </span>
        ) : null}
        {quoted ? <Quote quoted={quoted} href={quotedHref} /> : null}
        {attachments.map((one) => (
          <Attachment key={one.id} attachment={one} />
        ))}
        <Besides content={content} empty={blank && !deleted && attachments.length === 0} />
        {deleted ? <span className="text-ink-3 italic">{t("deleted")}</span> : null}
        {blank ? null : (
          <p className="whitespace-pre-wrap">
            <Written text={body} channel={channel} />
          </p>
        )}
        {content.kind === "template" && !deleted ? <TemplateMark buttons={content.buttons} /> : null}
        {transcript ? (
          <p className="whitespace-pre-wrap border-line border-t pt-1.5 text-ink-2 text-sm">
            <span className="font-semibold text-xs">{t("transcript")}</span> <Said>{transcript}</Said>
          </p>
        ) : null}
      </div>
      {reactions.length > 0 ? (
        <span className="rounded-full bg-surface-2 px-2 text-sm">{reactions.map(({ emoji }) => emoji).join(" ")}</span>
      ) : null}
      <Foot {...{ message, channel, elsewhere, writable }} />
      {onReply && canBeAnswered(message) ? (
        <ReplyButton ours={ours} onClick={() => onReply(quotedOf(message))} />
      ) : null}
    </li>
  );
}

function Foot({ message, channel, elsewhere, writable }: Omit<MessageBubbleProps, "quotedHref" | "onReply">) {
  const t = useTranslations("inbox");
  const format = useFormatter();
  const { author, authorName, createdAt, content, edited, body, direction } = message;
  const { segments } = smsSegments(channel === "sms" && direction === "out" && content.kind !== "note" ? body : "");
  const by = author === "agent" ? t("agent") : author === "system" ? t("system") : authorName;
  return (
    <div className="flex flex-wrap items-center gap-x-1.5 text-ink-3 text-xs">
      {author !== "customer" && by ? (
        <>
          <Said>{by}</Said>·
        </>
      ) : null}
      <Ltr>{format.dateTime(new Date(createdAt), { hour: "2-digit", minute: "2-digit", hourCycle: "h23" })}</Ltr>
      {edited ? <>· {t("edited")}</> : null}
      {elsewhere ? <>· {t(channel)}</> : null}
      {segments > 1 ? <>· {t("smsSegments", { segments })}</> : null}
      {content.kind === "note" ? null : <Delivery message={message} writable={writable} />}
    </div>
  );
}

/** What there is besides words and files; `empty`: none of those can be seen. */
function Besides({ content, empty }: { content: MessageView["content"]; empty: boolean }) {
  const t = useTranslations("inbox");
  switch (content.kind) {
    case "location":
      return (
        <a
          href={`https://www.google.com/maps?q=${content.latitude},${content.longitude}`}
          target="_blank"
          rel="noopener noreferrer"
          className="flex items-center gap-1.5 font-semibold text-brand-strong hover:underline"
        >
          <MapPin aria-hidden="true" className="size-4 shrink-0" />
          <Said>{[content.label, content.address].filter(Boolean).join(", ") || t("kind_location")}</Said>
        </a>
      );
    case "contact":
      return content.contacts.map(({ name, phones }) => (
        <p key={`${name}${phones.join()}`} className="flex items-center gap-1.5">
          <UserRound aria-hidden="true" className="size-4 shrink-0 text-ink-3" />
          <Said>{name}</Said>
          {phones.map((phone) => (
            <Phone key={phone} e164={phone} />
          ))}
        </p>
      ));
    case "unsupported":
      return <span className="text-ink-3 italic">{t("kind_unsupported")}</span>;
    case "text":
    case "choice":
    case "note":
    case "template":
      return empty ? <span className="text-ink-3 italic">{t("kind_text")}</span> : null;
    case "event":
      return null;
    default:
      return content satisfies never;
  }
}
