"use client";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { Fragment, useEffect, useRef } from "react";
import { localDay } from "#lib/hebrew/time.ts";
import type { MessageView } from "#lib/messaging/schemas/views.ts";
import { DayName } from "./day-name.tsx";
import { MessageBubble } from "./message-bubble.tsx";

interface ThreadProps {
  /** Oldest first. */
  messages: MessageView[];
  /** Where older ones are; null when these are all. */
  olderHref: string | null;
  writable: boolean;
}

/** What was written, a line for each day; it opens at its end and stays there while new words come. */
export function Thread({ messages, olderHref, writable }: ThreadProps) {
  const t = useTranslations("inbox");
  const end = useRef<HTMLDivElement>(null);
  const last = messages.at(-1)?.id;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new last message is the reason to scroll
  useEffect(() => {
    end.current?.scrollIntoView({ block: "end" });
  }, [last]);
  const byId = new Map(messages.map((one) => [one.id, one]));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls and holds nothing to press must be reached by key
    <section aria-label={t("thread")} tabIndex={0} className="flex-1 overflow-y-auto bg-surface-0 p-4">
      {olderHref ? (
        <p className="pb-3 text-center">
          <Link
            href={olderHref}
            scroll={false}
            className="rounded-sm px-2 font-semibold text-brand-strong text-sm hover:underline"
          >
            {t("older")}
          </Link>
        </p>
      ) : null}
      <ol className="flex flex-col gap-3">
        {messages.map((one, index) => {
          const day = localDay(new Date(one.createdAt));
          const before = messages[index - 1];
          const first = before === undefined || localDay(new Date(before.createdAt)) !== day;
          const answered = one.replyToId === null ? undefined : byId.get(one.replyToId);
          return (
            <Fragment key={one.id}>
              {first ? (
                <li className="self-center rounded-full bg-surface-2 px-3 py-0.5 font-semibold text-ink-2 text-xs">
                  <DayName at={one.createdAt} />
                </li>
              ) : null}
              <MessageBubble message={one} answered={answered} writable={writable} />
            </Fragment>
          );
        })}
      </ol>
      <div ref={end} />
    </section>
  );
}
