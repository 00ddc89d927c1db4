/** A call in the hands of a test: what the product was asked to do, and a conversation that the test speaks for. */
import type { ClaimedCall } from "#lib/calls/claim-stream.ts";
import type { TurnView } from "#lib/calls/schemas/views.ts";
import type { Utterance } from "#lib/voice/ports.ts";
import type { Ending, SessionEvent } from "#lib/voice/turns.ts";
import type { Conversation, ConversationParts, MediaPorts } from "../media/ports.ts";

export class FakeConversation implements Conversation {
  readonly parts: ConversationParts;
  readonly heard: number[] = [];
  readonly marks: string[] = [];
  readonly digits: string[] = [];
  history: readonly Utterance[] | undefined;
  ending: Ending | undefined;

  constructor(parts: ConversationParts) {
    this.parts = parts;
  }

  start(history: readonly Utterance[]): void {
    this.history = history;
  }

  onAudio(mulaw: Uint8Array): void {
    this.heard.push(mulaw.length);
  }

  onMark(name: string): void {
    if (name === "fault") throw new Error("a mistake of ours");
    this.marks.push(name);
  }

  onDtmf(digit: string): void {
    this.digits.push(digit);
  }

  async end(ending: Ending): Promise<void> {
    this.ending = ending;
    this.parts.detector.close();
  }

  tell(event: SessionEvent): void {
    this.parts.events(event);
  }
}

export interface FakeProduct {
  ports: MediaPorts;
  conversations: FakeConversation[];
  /** What was done, in order. */
  done: string[];
  turns: TurnView[];
}

/** Knows the call CA1 with the token "good"; `changes` breaks what the test wants broken. */
export function fakeProduct(changes: Partial<MediaPorts> = {}): FakeProduct {
  const conversations: FakeConversation[] = [];
  const done: string[] = [];
  const turns: TurnView[] = [];
  const ports: MediaPorts = {
    turnAway: async ({ callSid }) => {
      done.push(`turnAway ${callSid}`);
    },
    claim: async ({ callSid, token }) => (token === "good" ? claimedCall(callSid) : null),
    converse: async (parts) => {
      const conversation = new FakeConversation(parts);
      conversations.push(conversation);
      return conversation;
    },
    recall: async (call) => call.history,
    keepTurn: async (_, turn) => {
      turns.push(turn);
      done.push(`turn ${turn.index}`);
    },
    keepEnding: async (_, ending) => void done.push(`ending ${ending.kind}`),
    hangUp: async () => void done.push("hang up"),
    transfer: async (_, to) => {
      done.push(`transfer ${to}`);
      return true;
    },
    ...changes,
  };
  return { ports, conversations, done, turns };
}

function claimedCall(callSid: string): ClaimedCall {
  const businessId = "0190a000-0000-7000-8000-000000000001";
  const callId = "0190a000-0000-7000-8000-000000000002";
  return {
    ctx: { businessId, actor: { kind: "agent", callId }, role: null, requestId: null },
    callId,
    callSid,
    stream: 1,
    business: {} as ClaimedCall["business"],
    lexicon: [],
    toNumber: "+97231234567",
    caller: { customerId: null, name: null, phone: "+972501234567" },
    opening: "greeting",
    history: [{ speaker: "caller", text: "שלום", tools: [] }],
    nextTurnIndex: 1,
    startedMsAgo: 0,
  };
}
