"use client";
import { ArrowDown } from "lucide-react";
import { useTranslations } from "next-intl";
import { Fragment, useEffect, useLayoutEffect, useRef } from "react";
import { localDay } from "#lib/hebrew/time.ts";
import type { Channel } from "#lib/messaging/schemas/channel.ts";
import type { QuotedMessage, TimelineEntry, TimelinePage } from "#lib/messaging/schemas/views.ts";
import { useFollowEnd } from "../calls/use-follow-end.ts";
import { Button } from "../ui/button.tsx";
import { Problem } from "../ui/problem.tsx";
import { CallLine } from "./call-line.tsx";
import { DayName } from "./day-name.tsx";
import { EventLine } from "./event-line.tsx";
import { MessageBubble } from "./message-bubble.tsx";
import { useTimeline } from "./use-timeline.ts";

interface ThreadProps {
  conversationId: string;
  /** The conversation's own channel: what was written on another one says so. */
  channel: Channel;
  newest: TimelinePage;
  writable: boolean;
  /** Takes the message that is to be answered; null where nothing can be answered. */
  onReply: ((answered: QuotedMessage) => void) | null;
}

/** What was written and said, a line for each day; it opens at its end and stays there while new words come. */
export function Thread({ conversationId, channel, newest, writable, onReply }: ThreadProps) {
  const t = useTranslations("inbox");
  const { items, hasOlder, reading, problem, readOlder } = useTimeline(conversationId, newest);
  const entries = items.toReversed();
  const { end, atEnd, toEnd } = useFollowEnd(true, items[0]?.id ?? "");
  const box = useRef<HTMLElement>(null);
  useSteadyPlace(box, items.at(-1)?.id);
  const older = useSeen(() => void readOlder());
  const shown = new Set(items.map(({ id }) => id));
  return (
    <div className="relative grid min-h-0 flex-1">
      <section
        ref={box}
        aria-label={t("thread")}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by the keyboard
        tabIndex={0}
        className="-outline-offset-2 overflow-y-auto bg-surface-0 p-4 [overflow-anchor:none]"
      >
        {hasOlder ? (
          <p ref={older} className="pb-3 text-center">
            <Button look="bare" size="sm" aria-disabled={reading} onClick={() => void readOlder()}>
              {t(reading ? "readingOlder" : "older")}
            </Button>
          </p>
        ) : null}
        <Problem>{problem}</Problem>
        <ol className="flex flex-col gap-3">
          {entries.map((one, index) => (
            <Fragment key={one.id}>
              {startsDay(one, entries[index - 1]) ? (
                <li className="self-center rounded-full bg-surface-2 px-3 py-0.5 font-semibold text-ink-2 text-xs">
                  <DayName at={momentOf(one)} />
                </li>
              ) : null}
              <Entry entry={one} {...{ conversationId, channel, shown, writable, onReply }} />
            </Fragment>
          ))}
        </ol>
        <div ref={end} />
      </section>
      {atEnd ? null : (
        <Button
          size="icon"
          aria-label={t("toEnd")}
          onClick={toEnd}
          className="absolute end-4 bottom-3 size-10 rounded-full shadow-pop"
        >
          <ArrowDown aria-hidden="true" />
        </Button>
      )}
    </div>
  );
}

interface EntryProps extends Omit<ThreadProps, "newest"> {
  entry: TimelineEntry;
  /** What can be gone to. */
  shown: Set<string>;
}

function Entry({ entry, conversationId, channel, shown, writable, onReply }: EntryProps) {
  if (entry.kind === "call") return <CallLine call={entry.call} />;
  const { message } = entry;
  if (message.content.kind === "event") return <EventLine message={message} event={message.content.event} />;
  return (
    <MessageBubble
      message={message}
      channel={entry.channel}
      elsewhere={entry.channel !== channel}
      quotedHref={message.quoted && shown.has(message.quoted.id) ? `#m-${message.quoted.id}` : undefined}
      writable={writable}
      // What was written on another number or channel is answered there.
      onReply={entry.conversationId === conversationId ? onReply : null}
    />
  );
}

function momentOf(entry: TimelineEntry): string {
  return entry.kind === "call" ? entry.call.startedAt : entry.message.createdAt;
}

function startsDay(entry: TimelineEntry, before: TimelineEntry | undefined): boolean {
  return before === undefined || localDay(new Date(momentOf(before))) !== localDay(new Date(momentOf(entry)));
}

/** What is looked at stays where it is while older entries come in above it. */
function useSteadyPlace(box: React.RefObject<HTMLElement | null>, oldest: string | undefined) {
  const before = useRef({ oldest, height: 0 });
  useLayoutEffect(() => {
    if (!box.current) return;
    const { scrollHeight } = box.current;
    if (before.current.oldest !== oldest && before.current.height > 0)
      box.current.scrollTop += scrollHeight - before.current.height;
    before.current = { oldest, height: scrollHeight };
  });
}

/** Calls back each time the element comes into sight. */
function useSeen(onSeen: () => void) {
  const element = useRef<HTMLParagraphElement>(null);
  const callback = useRef(onSeen);
  useEffect(() => {
    callback.current = onSeen;
  });
  useEffect(() => {
    if (!element.current) return;
    const watcher = new IntersectionObserver(([entry]) => {
      if (entry?.isIntersecting) callback.current();
    });
    watcher.observe(element.current);
    return () => watcher.disconnect();
  }, []);
  return element;
}
