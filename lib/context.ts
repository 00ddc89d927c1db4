/** On whose behalf something is done, and for which business. Every verb takes one first. */
import type { Role } from "./permissions.ts";

export type Actor =
  | { kind: "user"; userId: string }
  /** The AI, in a call. */
  | { kind: "agent"; callId: string }
  /** The AI, in a conversation in writing. */
  | { kind: "writing_agent"; conversationId: string }
  /** A verified webhook of the phone network, a payment gateway… */
  | { kind: "provider"; name: string }
  /** A job, a script. */
  | { kind: "system"; name: string };

export interface Context {
  businessId: string;
  actor: Actor;
  /** Of a user in this business; null for everybody else. */
  role: Role | null;
  requestId: string | null;
}

/** A context for the product's own work (jobs, scripts, webhooks) in one business. */
export function systemContext(businessId: string, name: string, requestId: string | null = null): Context {
  return { businessId, actor: { kind: "system", name }, role: null, requestId };
}
