import type { QuotedMessage, WriteInput } from "#lib/messaging/schemas/views.ts";

/** What stands in the composer. */
export interface Draft {
  body: string;
  /** For colleagues, not for the customer. */
  note: boolean;
  replyTo: QuotedMessage | null;
  /**
   * The browser's own name for these words. Pressed again after an answer was lost, they are the same message; whatever was
   * changed since is another one, and has another name.
   */
  key: string;
}

export type DraftMessage = Omit<WriteInput, "conversationId">;

/** One file goes with a message: the words, and what they answer, go with the first. No files and no words are no message. */
export function messagesOf({ body, note, replyTo, key }: Draft, fileIds: readonly string[]): DraftMessage[] {
  const words = body.trim();
  const replyToId = replyTo?.id;
  if (note || fileIds.length === 0)
    return words === "" ? [] : [{ body: words, note, attachmentIds: [], replyToId, onceKey: key }];
  return fileIds.map((fileId, index) => ({
    ...(index === 0 ? { body: words, replyToId } : { body: "" }),
    note,
    attachmentIds: [fileId],
    // A file is sent once, whatever becomes of the others.
    onceKey: index === 0 && words !== "" ? key : fileId,
  }));
}

/** What is left in the composer when these words (by their key) were sent: whatever was changed meanwhile stays. */
export function afterSending(now: Draft, key: string, nextKey: string): Draft {
  return now.key === key ? { ...now, body: "", replyTo: null, key: nextKey } : now;
}

/** Sends one after the other, and tells of each as soon as it has got through. Throws what the first one that did not says. */
export async function sendMessages(
  messages: readonly DraftMessage[],
  write: (message: DraftMessage) => Promise<void>,
  onSent: (message: DraftMessage) => void,
): Promise<void> {
  for (const message of messages) {
    await write(message);
    onSent(message);
  }
}
