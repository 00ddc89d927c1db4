/** What is to be done when a WhatsApp session closes: a decision of its code, what came before, and chance alone. */
import { pauseAfter } from "#lib/pause-after.ts";
import type { SessionReason, SessionState } from "#lib/whatsapp/schemas.ts";

export interface Closed {
  /** WhatsApp's code; the client says 500 where it knows none. */
  code: number;
  /** Whether a phone had been paired. */
  paired: boolean;
  /** Whether a person was shown what pairs one. */
  shown: boolean;
  /** How many times in a row it has closed without having worked in between, this one included. */
  failures: number;
}

export type Reaction =
  | { kind: "reconnect"; delayMs: number; refreshVersion: boolean }
  | { kind: "stop"; state: SessionState; reason: SessionReason; forget: boolean; alert: boolean };

const PAUSES = { firstMs: 1_000, longestMs: 60_000 };
/** So often a session that is called broken is tried again. */
const MOST_BROKEN = 4;
/** So often the client is brought up to date before it is left to a person. */
const MOST_OUTDATED = 5;

/** `chance`: from 0 to 1, for the pauses of many sessions not to fall together. */
export function reactionTo({ code, paired, shown, failures }: Closed, chance: number): Reaction {
  switch (code) {
    // Restart required: it is always asked for right after a pairing.
    case 515:
      return { kind: "reconnect", delayMs: 0, refreshVersion: false };
    case 401:
      return stop("STOPPED", "logged_out", { forget: true, alert: paired });
    case 402:
    case 403:
    case 406:
      return stop("FAILED", "forbidden", { alert: true });
    case 411:
      return stop("FAILED", "pair_again", { forget: true, alert: paired });
    case 440:
      return stop("FAILED", "replaced", { alert: true });
    case 405:
      if (failures > MOST_OUTDATED) return stop("FAILED", "outdated", { alert: true });
      return { kind: "reconnect", delayMs: pauseAfter(failures, { ...PAUSES, chance }), refreshVersion: true };
    case 408:
    case 428:
    case 503:
      // Nobody has scanned the pictures, and there are no more of them.
      if (code === 408 && !paired && shown) return stop("STOPPED", "not_scanned", {});
      // A pairing that somebody has is worth every try; one that nobody has yet is begun by a person.
      if (!paired && failures > MOST_BROKEN) return stop("STOPPED", "unreachable", {});
      return { kind: "reconnect", delayMs: pauseAfter(failures, { ...PAUSES, chance }), refreshVersion: false };
    default:
      if (failures > MOST_BROKEN) return stop("FAILED", "pair_again", { alert: true });
      return { kind: "reconnect", delayMs: pauseAfter(failures, { ...PAUSES, chance }), refreshVersion: false };
  }
}

function stop(
  state: SessionState,
  reason: SessionReason,
  { forget = false, alert = false }: { forget?: boolean; alert?: boolean },
): Reaction {
  return { kind: "stop", state, reason, forget, alert };
}
