import { preview } from "./preview.ts";
import type { MessageView, QuotedMessage } from "./views.ts";

/** A message as it is shown where another one answers it: its words, what was said in it, or what it is without any. */
export function quotedOf(message: MessageView): QuotedMessage {
  const { id, direction, body, transcript, attachments, content, deleted } = message;
  const text = preview(body || (transcript ?? ""), attachments[0]?.kind ?? content.kind);
  return { id, direction, text: deleted ? "[deleted]" : text };
}
