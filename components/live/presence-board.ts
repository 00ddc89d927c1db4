/** Which colleagues are in which conversation, as far as was heard lately. The clock is handed in. */
import type { Presence } from "#lib/events/schemas.ts";

export interface Colleague {
  userId: string;
  typing: boolean;
}

/** Who types says so again within this time; who looks, within the longer one. */
export const SAY_TYPING_EVERY_MS = 3_000;
export const SAY_LOOKING_EVERY_MS = 20_000;
/** After two missed ones nobody is there any more. */
const TYPING_MS = 2.2 * SAY_TYPING_EVERY_MS;
const LOOKING_MS = 2.2 * SAY_LOOKING_EVERY_MS;

const nobody: readonly Colleague[] = [];

export class PresenceBoard {
  readonly #heard = new Map<string, Map<string, { typedAt: number; seenAt: number }>>();
  /** What was answered last: the same list as long as nothing has changed. */
  readonly #shown = new Map<string, readonly Colleague[]>();

  in(conversationId: string): readonly Colleague[] {
    return this.#shown.get(conversationId) ?? nobody;
  }

  /** True when somebody came, left, began or stopped typing. */
  hear({ conversationId, userId, doing }: Presence, now: number): boolean {
    const there = this.#heard.get(conversationId) ?? new Map();
    if (doing === "left") there.delete(userId);
    else there.set(userId, { typedAt: doing === "typing" ? now : Number.NEGATIVE_INFINITY, seenAt: now });
    this.#heard.set(conversationId, there);
    return this.#show(conversationId, now);
  }

  /** True when somebody is gone or has stopped typing without a word. */
  sweep(now: number): boolean {
    let changed = false;
    for (const conversationId of [...this.#heard.keys()]) changed = this.#show(conversationId, now) || changed;
    return changed;
  }

  #show(conversationId: string, now: number): boolean {
    const there = this.#heard.get(conversationId) ?? new Map();
    for (const [userId, { seenAt }] of there) if (now - seenAt >= LOOKING_MS) there.delete(userId);
    if (there.size === 0) this.#heard.delete(conversationId);
    const shown = [...there].map(([userId, { typedAt }]) => ({ userId, typing: now - typedAt < TYPING_MS }));
    if (JSON.stringify(shown) === JSON.stringify(this.in(conversationId))) return false;
    if (shown.length === 0) this.#shown.delete(conversationId);
    else this.#shown.set(conversationId, shown);
    return true;
  }
}
