import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import type { MessageView } from "#lib/messaging/schemas/views.ts";
import messages from "../../messages/he.json" with { type: "json" };
import { MessageBubble } from "./message-bubble.tsx";
import { Preview } from "./preview.tsx";

const INVISIBLE = "\u200b\u200d\u2060";

const shown = (element: React.ReactNode) =>
  renderToStaticMarkup(
    <NextIntlClientProvider locale="he" messages={messages} timeZone="Asia/Jerusalem">
      {element}
    </NextIntlClientProvider>,
  );

/** A note, as it is shown without anything around it. */
const note = (changes: Partial<MessageView>) =>
  shown(
    <MessageBubble
      message={{
        ...{ id: "0199a000-0000-7000-8000-000000000001", direction: "out", author: "staff", authorName: "דנה" },
        ...{ body: "", content: { kind: "note" }, attachments: [], replyToId: null, quoted: null, reactions: [] },
        ...{ transcript: null, status: "sent", errorCode: null, createdAt: "2026-11-30T08:00:00.000Z" },
        ...{ deliveredAt: null, readAt: null, deleted: false, edited: false, ...changes },
      }}
      quotedHref={undefined}
      channel="whatsapp"
      elsewhere={false}
      writable={false}
      onReply={null}
    />,
  );

describe("a message in which nothing can be seen", () => {
  it.each(["", INVISIBLE])("says so in its bubble (%j)", (body) => expect(note({ body })).toContain("הודעה ריקה"));

  it("is not one that was taken back, nor one with words", () => {
    expect(note({ body: INVISIBLE, deleted: true })).not.toContain("הודעה ריקה");
    expect(note({ body: "\u200f?" })).not.toContain("הודעה ריקה");
  });

  it("says so in the list", () => {
    const preview = (lastText: string) => shown(<Preview of={{ lastText, lastDirection: "in" }} />);
    expect(preview(INVISIBLE)).toContain("הודעה ריקה");
    expect(preview("❤\ufe0f")).toContain("❤");
    expect(preview("")).not.toContain("הודעה ריקה");
  });
});

it("has no marks in the list, where all words look the same", () => {
  const preview = shown(<Preview of={{ lastText: "מספר ההזמנה: *1001*", lastDirection: "out" }} />);
  expect(preview).toContain("מספר ההזמנה: 1001<");
});
