import { CornerUpRight, MapPin, StickyNote, UserRound } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import type { Channel } from "#lib/messaging/schemas/channel.ts";
import type { MessageView } from "#lib/messaging/schemas/views.ts";
import { TemplateMark } from "../templates/template-mark.tsx";
import { Ltr, Phone, Said } from "../ui/bidi.tsx";
import { cn } from "../ui/cn.ts";
import { Attachment } from "./attachment.tsx";
import { Delivery } from "./delivery.tsx";

interface MessageBubbleProps {
  message: MessageView;
  /** The message that this one answers, when it is among those shown. */
  answered: MessageView | undefined;
  /** The channel it was written on, when that is not the one that is looked at. */
  otherChannel: Channel | null;
  writable: boolean;
}

/** One message: the customer's begins at the start, ours ends at the end, a note to colleagues looks like none of them. */
export function MessageBubble({ message, answered, otherChannel, writable }: MessageBubbleProps) {
  const t = useTranslations("inbox");
  const { direction, content, deleted, body, transcript, attachments, reactions } = message;
  const ours = direction === "out";
  const note = content.kind === "note";
  return (
    <li
      id={`m-${message.id}`}
      className={cn(
        "grid max-w-[88%] gap-1 sm:max-w-[72%]",
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
        {answered ? (
          <a
            href={`#m-${answered.id}`}
            className="flex items-center gap-1.5 border-brand border-s-2 ps-2 text-ink-2 text-sm"
          >
            <CornerUpRight aria-hidden="true" className="size-3.5 shrink-0" />
            <span className="line-clamp-2">
              <Said>{answered.body || t("kind_image")}</Said>
            </span>
          </a>
        ) : null}
        {attachments.map((one) => (
          <Attachment key={one.id} attachment={one} />
        ))}
        <Besides content={content} />
        {deleted ? <span className="text-ink-3 italic">{t("deleted")}</span> : null}
        {body ? (
          <p className="whitespace-pre-wrap">
            <Said>{body}</Said>
          </p>
        ) : null}
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
      <Foot message={message} otherChannel={otherChannel} writable={writable} />
    </li>
  );
}

function Foot({ message, otherChannel, writable }: Omit<MessageBubbleProps, "answered">) {
  const t = useTranslations("inbox");
  const format = useFormatter();
  const { author, authorName, createdAt, content, edited } = message;
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
      {otherChannel ? <>· {t(otherChannel)}</> : null}
      {content.kind === "note" ? null : <Delivery message={message} writable={writable} />}
    </div>
  );
}

function Besides({ content }: { content: MessageView["content"] }) {
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
    case "event":
      return null;
    default:
      return content satisfies never;
  }
}
