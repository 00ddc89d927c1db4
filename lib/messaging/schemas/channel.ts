/** Where a conversation takes place, who speaks in it, and how far a message has come. */
import { z } from "zod";

export const channels = ["whatsapp", "sms"] as const;
export type Channel = (typeof channels)[number];

/** Who carries the messages of a channel. */
export type MessageCarrier = "twilio" | "baileys";

export const messageStatuses = [
  "received",
  "queued",
  "sending",
  "sent",
  "failed",
  "undelivered",
  "delivered",
  "read",
] as const;
export const messageStatus = z.enum(messageStatuses);
export type MessageStatus = z.infer<typeof messageStatus>;

/** A status only ever takes the place of a lower one: reports come late, twice and in any order. */
const RANK: Record<MessageStatus, number> = {
  received: 0,
  queued: 0,
  sending: 1,
  sent: 2,
  // Somebody who has it in their hands proves every earlier failure wrong.
  failed: 3,
  undelivered: 3,
  delivered: 4,
  read: 5,
};

export function rankOf(status: MessageStatus): number {
  return RANK[status];
}

/** Whether a report of `next` changes a message that is at `now`. */
export function advances(now: MessageStatus, next: MessageStatus): boolean {
  return now !== "received" && RANK[next] > RANK[now];
}

export const conversationStates = ["open", "snoozed", "closed"] as const;
export type ConversationState = (typeof conversationStates)[number];

/** Who answers: the agent, or a person. */
export const conversationModes = ["bot", "human"] as const;
export type ConversationMode = (typeof conversationModes)[number];

/** Why a person answers: taken over or written by one, asked for, in anger, after two answers the agent was not sure of. */
export const handoverReasons = ["taken_over", "staff_wrote", "asked", "angry", "unsure", "unavailable"] as const;
export type HandoverReason = (typeof handoverReasons)[number];
