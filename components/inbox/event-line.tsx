import { useFormatter, useTranslations } from "next-intl";
import type { ConversationEvent } from "#lib/messaging/schemas/content.ts";
import type { MessageView } from "#lib/messaging/schemas/views.ts";
import { Ltr, Said } from "../ui/bidi.tsx";

interface EventLineProps {
  message: Pick<MessageView, "id" | "authorName" | "createdAt">;
  event: ConversationEvent;
}

/** What became of the conversation, through whom and when. */
export function EventLine({ message: { id, authorName, createdAt }, event }: EventLineProps) {
  const format = useFormatter();
  return (
    <li
      id={`m-${id}`}
      className="flex flex-wrap items-center justify-center gap-x-1.5 self-center rounded-full border border-line-strong border-dashed px-3 py-0.5 text-center text-ink-2 text-xs"
    >
      <span>
        <What event={event} />
        {authorName ? (
          <>
            {" · "}
            <Said>{authorName}</Said>
          </>
        ) : null}
      </span>
      <Ltr>{format.dateTime(new Date(createdAt), { hour: "2-digit", minute: "2-digit", hourCycle: "h23" })}</Ltr>
    </li>
  );
}

function What({ event }: { event: ConversationEvent }) {
  const t = useTranslations("inbox");
  const format = useFormatter();
  switch (event.what) {
    case "to_human":
      return t(`event_to_human_${event.reason}`);
    case "assigned":
      return t.rich("event_assigned", { name: () => <Said>{event.name}</Said> });
    case "snoozed":
      return t("event_snoozed", {
        until: format.dateTime(new Date(event.until), {
          ...{ day: "numeric", month: "numeric", hour: "2-digit", minute: "2-digit", hourCycle: "h23" },
        }),
      });
    case "to_bot":
    case "unassigned":
    case "woken":
    case "closed":
    case "reopened":
      return t(`event_${event.what}`);
    default:
      return event satisfies never;
  }
}
