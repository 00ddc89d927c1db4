import type { MessageSender, OutgoingMessage } from "../../providers/whatsapp/types.ts";

/** A carrier that remembers what it sent. `fail`: what comes instead of the nth time that it is asked to send. */
export function carrier(fail: (attempt: number) => Error | null = () => null) {
  const sent: OutgoingMessage[] = [];
  const asked: OutgoingMessage[] = [];
  const sender: MessageSender = {
    carrier: "twilio",
    async send(message) {
      const error = fail(asked.push(message));
      if (error) throw error;
      return { providerId: `SM-${sent.push(message)}-${message.messageId}` };
    },
    async findSent(message) {
      const found = sent.findIndex(({ messageId }) => messageId === message.messageId);
      return found < 0 ? null : { providerId: `SM-${found + 1}-${message.messageId}` };
    },
  };
  return { sent, sender };
}
